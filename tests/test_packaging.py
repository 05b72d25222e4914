"""What is shipped: the wheel holds the data that the code reads, and an install stays small and works by itself."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
import zipfile
from collections.abc import Iterator
from importlib.metadata import Distribution, distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "verbale"
MOST_PACKAGES = 60
MOST_BYTES = 200_000_000


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built as pip builds it."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (built,) = folder.glob("verbale-*.whl")
    return built


def test_wheel_holds_every_file_of_the_package(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        shipped = set(archive.namelist())
    ours = {
        path.relative_to(ROOT / "src").as_posix()
        for path in PACKAGE.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert ours <= shipped
    for needed in ("model/reading.schema.json", "model/vocabulary/topics.yaml", "py.typed"):
        assert f"verbale/{needed}" in shipped
    for folder, suffix in (("samples", ".pdf"), ("samples", ".docx"), ("ledger/migrations/versions", ".py")):
        assert any(name.startswith(f"verbale/{folder}/") and name.endswith(suffix) for name in shipped)
    assert any(name.endswith("licenses/LICENSE") for name in shipped)


def test_wheel_holds_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        rooms = {name.split("/", 1)[0] for name in archive.namelist()}
    assert {room for room in rooms if not room.endswith(".dist-info")} == {"verbale"}
    assert wheel.stat().st_size < 2_000_000


def test_core_install_is_small() -> None:
    needed = {canonicalize_name(each.metadata["Name"]): each for each in core("verbale")}
    sizes = {name: size(each) for name, each in needed.items()}
    assert len(needed) <= MOST_PACKAGES, sorted(needed)
    assert sum(sizes.values()) <= MOST_BYTES, sorted(sizes.items(), key=lambda item: -item[1])[:5]


def core(name: str, seen: set[str] | None = None) -> Iterator[Distribution]:
    """A distribution and all that it needs, without extras that nobody asked for."""
    seen = set() if seen is None else seen
    requirement = Requirement(name)
    if canonicalize_name(requirement.name) in seen:
        return
    seen.add(canonicalize_name(requirement.name))
    found = distribution(requirement.name)
    yield found
    for line in found.requires or ():
        needed = Requirement(line)
        if needed.marker is None or any(needed.marker.evaluate({"extra": e}) for e in ("", *requirement.extras)):
            yield from core(str(needed).partition(";")[0], seen)


def size(found: Distribution) -> int:
    """The bytes of an installed distribution, compiled files apart."""
    places = (Path(str(file.locate())) for file in found.files or () if file.suffix != ".pyc")
    return sum(place.stat().st_size for place in places if place.is_file())


@pytest.mark.timeout(300)
@pytest.mark.skipif(os.environ.get("CI") != "true", reason="installs into a new environment: only with CI=true")
def test_a_new_environment_reads_all_samples(wheel: Path, tmp_path: Path) -> None:
    venv.create(tmp_path / "new", with_pip=True)
    scripts = tmp_path / "new" / ("Scripts" if os.name == "nt" else "bin")
    install = [scripts / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", wheel]
    subprocess.run(install, check=True, capture_output=True)
    listing = [scripts / "python", "-m", "pip", "list", "--disable-pip-version-check", "--format", "freeze"]
    names = subprocess.run(listing, check=True, capture_output=True, text=True).stdout.split()
    files = [path for path in (tmp_path / "new").rglob("*") if path.is_file() and not path.is_symlink()]
    demo = subprocess.run([scripts / "verbale", "demo"], cwd=tmp_path, capture_output=True, text=True)
    assert demo.returncode == 0, demo.stdout + demo.stderr
    assert len(names) <= MOST_PACKAGES
    assert sum(path.stat().st_size for path in files) <= MOST_BYTES
