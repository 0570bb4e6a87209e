"""Courier outlets in Guangxi (广西快递网点优先参加工伤保险): who enrols, what it costs, how the campaign stands."""

from gxinjury.couriers.campaign import CampaignStanding, Counts, TargetAnswer, campaign_standing, milestones, stage_on
from gxinjury.couriers.coverage import Coverage, coverage
from gxinjury.couriers.enrolment import Enroller, Enrolment, OutletPaper, OutletPlace, enrolment_of
from gxinjury.couriers.floats import FloatStep, Record, float_step
from gxinjury.couriers.outlets import Outlet
from gxinjury.couriers.premium import headcount_premium, monthly_premium
from gxinjury.couriers.publicity import FraudPursued, credit_duties, fraud_pursued
from gxinjury.couriers.quarters import quarter_report
from gxinjury.couriers.rates import unit_rate
from gxinjury.couriers.reconciliation import Changed, Reconciliation, reconcile
from gxinjury.couriers.region import RegionTable, region_table
from gxinjury.couriers.report import Report, report_findings
from gxinjury.couriers.report_form import ReportForm, total_findings
from gxinjury.couriers.report_series import cities_without_report, series_findings
from gxinjury.couriers.reporting import ReportingPeriod, period_findings, reporting_periods
from gxinjury.couriers.wan_yuan import WanYuan
from gxinjury.law.figures import FundBalance

__all__ = [
    "CampaignStanding",
    "Changed",
    "Counts",
    "Coverage",
    "Enroller",
    "Enrolment",
    "FloatStep",
    "FraudPursued",
    "FundBalance",
    "Outlet",
    "OutletPaper",
    "OutletPlace",
    "Reconciliation",
    "Record",
    "RegionTable",
    "Report",
    "ReportForm",
    "ReportingPeriod",
    "TargetAnswer",
    "WanYuan",
    "campaign_standing",
    "cities_without_report",
    "coverage",
    "credit_duties",
    "enrolment_of",
    "float_step",
    "fraud_pursued",
    "headcount_premium",
    "milestones",
    "monthly_premium",
    "period_findings",
    "quarter_report",
    "reconcile",
    "region_table",
    "report_findings",
    "reporting_periods",
    "series_findings",
    "stage_on",
    "total_findings",
    "unit_rate",
]
