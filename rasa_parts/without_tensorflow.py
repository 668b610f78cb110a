"""Keeps TensorFlow out of processes that have no use for it: half of Rasa's start, and 300 MB.

Rasa imports TensorFlow with its own components, used or not. This bot's pipeline uses none of those, so what Rasa
subclasses, annotates and decorates with at its import are stand-ins that do nothing.
"""

from __future__ import annotations

import sys
from abc import ABCMeta
from collections.abc import Sequence
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType
from typing import Any

import yaml

_PACKAGES = frozenset(
    ("tensorflow", "keras", "tensorflow_addons", "tensorflow_hub", "tensorflow_text", "transformers")
)
_COMPONENTS_THAT_NEED_IT = frozenset(
    (
        "ConveRTFeaturizer",
        "DIETClassifier",
        "LanguageModelFeaturizer",
        "ResponseSelector",
        "TEDPolicy",
        "UnexpecTEDIntentPolicy",
    )
)


def keep_tensorflow_out(config: Path) -> bool:
    """From here on this process imports stand-ins for TensorFlow, if no component in `config` (config.yml) needs it.

    To be called before Rasa is imported; says whether the stand-ins are used.
    """
    if "tensorflow" in sys.modules or needs_tensorflow(config):
        return _finder in sys.meta_path
    if _finder not in sys.meta_path:
        sys.meta_path.insert(0, _finder)
    return True


def needs_tensorflow(config: Path) -> bool:
    """Whether `config` names one of Rasa's own components that are built on TensorFlow."""
    content = yaml.safe_load(config.read_text("utf-8"))
    components = [*(content.get("pipeline") or ()), *(content.get("policies") or ())]
    names = (component["name"] for component in components)
    return any(name.rpartition(".")[2] in _COMPONENTS_THAT_NEED_IT for name in names)


class _StandIn(ABCMeta):
    """A class that can be subclassed, named in an annotation, called as a decorator, and asked for anything."""

    def __getattr__(cls, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return _stand_in(name)

    def __call__(cls, *args: Any, **kwargs: Any) -> Any:
        if len(args) == 1 and not kwargs and callable(args[0]):
            return args[0]
        return _stand_in(cls.__name__)


def _stand_in(name: str) -> Any:
    return _StandIn(name, (), {})


class _Module(ModuleType):
    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return _stand_in(name)


class _Finder(MetaPathFinder, Loader):
    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname.partition(".")[0] in _PACKAGES:
            return ModuleSpec(fullname, self, is_package=True)
        return None

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        return _Module(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        """Nothing runs: the module is empty."""


_finder = _Finder()
