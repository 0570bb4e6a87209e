"""The statute book (法典): what the texts say, as data; how it is applied stands in the rooms."""

from datetime import date
from typing import Final, Self, cast

import attrs

from gxinjury.facts import Yuan
from gxinjury.law import construction, couriers, determination, figures, holidays, regulation, wages
from gxinjury.money import Rate
from gxinjury.series import YearSeries
from gxinjury.statutes import Statute
from gxinjury.texts import Text
from gxinjury.timelines import Timeline

__all__ = ["LAW", "Law"]


@attrs.frozen(repr=False)
class Law(Statute):
    """The law that a rule is asked under: dated figures, and the readings that depart from the default.

    ``Law()`` is the law as it stands. A reform is ``attrs.evolve(LAW, ...)`` or ``LAW.with_figure(...)``.

    >>> from gxinjury.law.readings import ElapsedTime
    >>> LAW.reading(ElapsedTime.MONTHS)
    Law(ElapsedTime.MONTHS)
    """

    nanning_notice: Timeline[Text] = construction.NANNING_NOTICE
    nanning_notice_issued_by: Timeline[date] = construction.NANNING_NOTICE_ISSUED_BY
    project_premium_rate: Timeline[Rate] = construction.PROJECT_PREMIUM_RATE
    new_starts_from: Timeline[date] = construction.NEW_STARTS_FROM
    delay_notice_days: Timeline[int] = construction.DELAY_NOTICE_DAYS
    warranty_filing_days: Timeline[int] = construction.WARRANTY_FILING_DAYS
    name_change_days: Timeline[int] = construction.NAME_CHANGE_DAYS
    roster_months: Timeline[int] = construction.ROSTER_MONTHS
    child_labour_years: Timeline[int] = construction.CHILD_LABOUR_YEARS
    minor_worker_years: Timeline[int] = construction.MINOR_WORKER_YEARS
    worker_may_end_at_completion: Timeline[bool] = construction.WORKER_MAY_END_AT_COMPLETION
    sudden_illness_hours: Timeline[int] = determination.SUDDEN_ILLNESS_HOURS
    employer_filing_days: Timeline[int] = determination.EMPLOYER_FILING_DAYS
    worker_filing_months: Timeline[int] = determination.WORKER_FILING_MONTHS
    extension_cap_days: Timeline[int] = determination.EXTENSION_CAP_DAYS
    report_hours: Timeline[int] = determination.REPORT_HOURS
    decision_days: Timeline[int] = determination.DECISION_DAYS
    clear_decision_days: Timeline[int] = determination.CLEAR_DECISION_DAYS
    assessment_days: Timeline[int] = determination.ASSESSMENT_DAYS
    assessment_extension_days: Timeline[int] = determination.ASSESSMENT_EXTENSION_DAYS
    reassessment_days: Timeline[int] = determination.REASSESSMENT_DAYS
    review_months: Timeline[int] = determination.REVIEW_MONTHS

    # benefits
    leave_months: Timeline[int] = regulation.LEAVE_MONTHS
    leave_extension_months: Timeline[int] = regulation.LEAVE_EXTENSION_MONTHS
    care_fee_rates: Timeline[regulation.CareRates] = regulation.CARE_FEE_RATES
    care_fee_in_whole_yuan: Timeline[bool] = regulation.CARE_FEE_IN_WHOLE_YUAN
    average_area: Timeline[regulation.AverageArea] = regulation.AVERAGE_AREA
    pooling_area: Timeline[regulation.AverageArea] = regulation.POOLING_AREA
    severe_subsidy_months: Timeline[regulation.ByGrade] = regulation.SEVERE_SUBSIDY_MONTHS
    medium_subsidy_months: Timeline[regulation.ByGrade] = regulation.MEDIUM_SUBSIDY_MONTHS
    light_subsidy_months: Timeline[regulation.ByGrade] = regulation.LIGHT_SUBSIDY_MONTHS
    severe_allowance_percent: Timeline[regulation.ByGrade] = regulation.SEVERE_ALLOWANCE_PERCENT
    medium_allowance_percent: Timeline[regulation.ByGrade] = regulation.MEDIUM_ALLOWANCE_PERCENT
    funeral_months: Timeline[int] = regulation.FUNERAL_MONTHS
    dependant_rates: Timeline[regulation.DependantRates] = regulation.DEPENDANT_RATES
    dependant_child_years: Timeline[int] = regulation.DEPENDANT_CHILD_YEARS
    death_subsidy_multiple: Timeline[int] = regulation.DEATH_SUBSIDY_MULTIPLE
    missing_wage_months: Timeline[int] = regulation.MISSING_WAGE_MONTHS
    hardship_advance: Timeline[Rate] = regulation.HARDSHIP_ADVANCE
    medical_subsidy: Timeline[regulation.SubsidyTable] = regulation.MEDICAL_SUBSIDY
    employment_subsidy: Timeline[regulation.SubsidyTable] = regulation.EMPLOYMENT_SUBSIDY
    termination_wage: Timeline[regulation.TerminationWage] = regulation.TERMINATION_WAGE
    termination_wage_ceiling: Timeline[Rate] = regulation.TERMINATION_WAGE_CEILING
    termination_wage_floor: Timeline[Rate] = regulation.TERMINATION_WAGE_FLOOR
    years_before_retirement: Timeline[int] = regulation.YEARS_BEFORE_RETIREMENT
    retired_medical_only: Timeline[bool] = regulation.RETIRED_MEDICAL_ONLY
    hospital_meals: Timeline[Yuan] = regulation.HOSPITAL_MEALS
    travel_meals: Timeline[Yuan] = regulation.TRAVEL_MEALS
    lodging: Timeline[Yuan] = regulation.LODGING
    fraud_fine: Timeline[regulation.Multiples] = regulation.FRAUD_FINE
    arrears_surcharge: Timeline[Rate] = regulation.ARREARS_SURCHARGE
    arrears_fine: Timeline[regulation.Multiples] = regulation.ARREARS_FINE

    # days off
    own_days_off: Timeline[int] = holidays.OWN_DAYS_OFF
    guangxi_days_off: Timeline[holidays.OwnDays] = holidays.GUANGXI_DAYS_OFF

    # wages, and what is published
    reference_wage_floor: Timeline[Rate] = wages.REFERENCE_WAGE_FLOOR
    reference_wage_ceiling: Timeline[Rate] = wages.REFERENCE_WAGE_CEILING
    reference_wage_months: Timeline[int] = wages.REFERENCE_WAGE_MONTHS
    nanning_on_post: YearSeries[Yuan] = figures.NANNING_ON_POST
    nanning_non_private: YearSeries[Yuan] = figures.NANNING_NON_PRIVATE
    guangxi_on_post: YearSeries[Yuan] = figures.GUANGXI_ON_POST
    guangxi_non_private: YearSeries[Yuan] = figures.GUANGXI_NON_PRIVATE
    guangxi_private: YearSeries[Yuan] = figures.GUANGXI_PRIVATE
    guangxi_full_scope: YearSeries[Yuan] = figures.GUANGXI_FULL_SCOPE
    urban_disposable_income: YearSeries[Yuan] = figures.URBAN_DISPOSABLE_INCOME
    minimum_wages: Timeline[figures.MinimumWages] = figures.MINIMUM_WAGES
    contribution_base: Timeline[figures.ContributionBase] = figures.CONTRIBUTION_BASE
    benchmark_rate_cut: Timeline[figures.RateCut] = figures.BENCHMARK_RATE_CUT
    project_rate_cut: Timeline[figures.RateCut] = figures.PROJECT_RATE_CUT
    liuzhou_project_rate_cut: Timeline[figures.RateCut] = figures.LIUZHOU_PROJECT_RATE_CUT
    nanning_fund_balance: Timeline[figures.FundBalance] = figures.NANNING_FUND_BALANCE

    courier_target: Timeline[couriers.CampaignTarget] = couriers.COURIER_TARGET
    report_rhythm: Timeline[couriers.ReportRhythm] = couriers.REPORT_RHYTHM
    benchmark_rates: Timeline[tuple[Rate, ...]] = couriers.BENCHMARK_RATES
    courier_rate_class: Timeline[int] = couriers.COURIER_RATE_CLASS
    rate_float: Timeline[couriers.FloatTable] = couriers.RATE_FLOAT

    @classmethod
    def as_it_stands(cls) -> Self:
        """Return the law as it stands."""
        return cast("Self", LAW)


LAW: Final = Law()
"""The law as it stands, with the default readings."""
