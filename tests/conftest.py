"""Profiles of the property tests, and what is not traced.

`fast` (the default) takes the same few examples every time; `HYPOTHESIS_PROFILE=thorough` looks for new ones. Tests of
how time grows run untraced where coverage is measured: a tracer would be what they time.
"""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(
    "fast", max_examples=40, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("thorough", max_examples=5000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "fast"))


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave tests of growth out of what is traced."""
    if config.pluginmanager.hasplugin("_cov"):
        for item in items:
            if "grow" in item.name:
                item.add_marker("no_cover")
