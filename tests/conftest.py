"""What all tests share: how hard Hypothesis tries, at home and in CI."""

import os

from hypothesis import HealthCheck, settings

# No deadline: a shared machine is slow now and then, which says nothing about the law.
settings.register_profile("dev", deadline=None, max_examples=100)
settings.register_profile(
    "ci",
    deadline=None,
    # The same examples in every run, so that a red run can be run again.
    derandomize=True,
    max_examples=100,
    print_blob=True,
    # Also a matter of the machine, not of the code.
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("ci" if os.environ.get("CI") else "dev")
