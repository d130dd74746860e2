"""The names of the formats of exports. Loads nothing, so that a command's help can tell them."""

from enum import StrEnum


class Form(StrEnum):
    """A format that the record is exported in."""

    parquet = "parquet"
    csv = "csv"
    ical = "ical"
    ftm = "ftm"
    jsonld = "jsonld"
    plover = "plover"
    geojson = "geojson"


WHAT = {
    Form.parquet: "Every table as a folder of Parquet files, by month where its rows have one, with the data dictionary",
    Form.csv: "Every table as CSV in UTF-8, in which no spreadsheet finds a formula, with the data dictionary",
    Form.ical: "What was announced as iCalendar files: one of all, one a country, one an organisation",
    Form.ftm: "Persons, bodies, events, offices and mandates as FollowTheMoney entities",
    Form.jsonld: "Events as schema.org JSON-LD",
    Form.plover: "Event records in PLOVER's form, for acts that it has a category for and that have an exact day",
    Form.geojson: "Places with events, and events at their places, as GeoJSON",
}
