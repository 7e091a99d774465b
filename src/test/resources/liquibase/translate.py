"""Writes changes.yaml and changes.json from changes.xml: the same change sets in each format."""

import json
import pathlib
import xml.etree.ElementTree as tree

FOLDER = pathlib.Path(__file__).parent / "db" / "changelog"
TEXTS = {"sql": "sql", "createView": "selectQuery", "createProcedure": "procedureText", "output": "message"}
LISTS = {"column": "columns", "param": None}


def name(element):
    return element.tag.rsplit("}", 1)[-1]


def value(text):
    return {"true": True, "false": False}.get(text, text)


def content(element):
    """Attributes first, then columns as a list, then what else is inside."""
    result = {key: value(text) for key, text in element.attrib.items()}
    columns = [{"column": content(child)} for child in element if name(child) == "column"]
    if columns:
        result["columns"] = columns
    for child in element:
        if name(child) == "where":
            result["where"] = child.text
        elif name(child) == "whereParams":
            result["whereParams"] = [{"param": content(one)} for one in child]
        elif name(child) != "column":
            result[name(child)] = content(child)
    if element.text and element.text.strip():
        result[TEXTS[name(element)]] = element.text
    return result


def change_set(element):
    result = {key: value(text) for key, text in element.attrib.items()}
    result["changes"] = [{name(c): content(c)} for c in element if name(c) != "modifySql"]
    modified = [c for c in element if name(c) == "modifySql"]
    if modified:
        result["modifySql"] = [{**c.attrib, **{name(v): dict(v.attrib) for v in c}} for c in modified]
    return result


def scalar(text):
    return str(text).lower() if isinstance(text, bool) else json.dumps(text, ensure_ascii=False)


def lines(node, indent):
    blank = "  " * indent
    for key, inner in node.items():
        if isinstance(inner, dict):
            yield f"{blank}{key}:" + ("" if inner else " {}")
            yield from lines(inner, indent + 1)
        elif isinstance(inner, list):
            yield f"{blank}{key}:"
            for item in inner:
                first, *rest = lines(item, indent + 2)
                yield f"{blank}  - {first.strip()}"
                yield from rest
        elif isinstance(inner, str) and "\n" in inner.strip():
            yield f"{blank}{key}: |"
            yield from (f"{blank}  {line}".rstrip() for line in inner.strip("\n").split("\n"))
        else:
            yield f"{blank}{key}: {scalar(inner)}"


root = tree.parse(FOLDER / "changes.xml").getroot()
log = []
for child in root:
    one = change_set(child) if name(child) == "changeSet" else dict(child.attrib)
    log.append({name(child): one})
(FOLDER / "changes.json").write_text(json.dumps({"databaseChangeLog": log}, indent=2) + "\n")
(FOLDER / "changes.yaml").write_text("\n".join(lines({"databaseChangeLog": log}, 0)) + "\n")
