"""Values of each type of Table Schema by the words of the standard, good ones and bad ones."""

from __future__ import annotations

CELLS: list[tuple[str | None, str | None, str, str]] = [
    # type, format, good cells, bad cells; ~ is a blank
    (
        "number",
        None,
        "1 1.5 +1.5 -1.5 .5 5. 1E5 1E-5 NaN nan INF inf -INF -inf 007 100000.00",
        "1,5 1_0 Infinity infinity +INF ١ 1e 1E+ 0x1 1.5.5 -- + . $5 1%",
    ),
    ("integer", None, "1 +1 -1 007 0 -0 99999999999999999999", "1.0 1_0 1E3 ١ １ 0x1 - + NaN 1,000"),
    ("boolean", None, "true True TRUE 1 false False FALSE 0", "yes tRUE t 2 Y 1.0"),
    (
        "date",
        None,
        "2020-01-01 2020-02-29 0001-01-01 9999-12-31",
        (
            "2020-1-1 2021-02-29 20200101 2020-01-01T00:00:00 0000-01-01 2020-13-01 2020-W01-1 "
            "2020-01-01Z ２０２０-01-01"
        ),
    ),
    (
        "time",
        None,
        "15:00:00 00:00:00 23:59:59",
        "24:00:00 15:00 15:00:00.5 15:00:00Z 150000 15:60:00 5:00:00 15:00:60 3PM",
    ),
    (
        "datetime",
        None,
        (
            "2024-01-26T15:00:00 2024-01-26T15:00:00.300-05:00 2024-01-26T15:00:00Z "
            "2024-01-26T24:00:00 -0044-03-15T12:00:00 12020-01-01T00:00:00 "
            "2024-01-26T15:00:00.123456789Z"
        ),
        (
            "2024-01-26 2024-01-26T15:00 2024-01-26t15:00:00 2024-01-26T15:00:00z "
            "2024-01-26T25:00:00 2024-02-30T00:00:00 2024-01-26T15:00:00+15:00 "
            "2024-01-26T15:00:00+0100 0000-01-01T00:00:00 2024-01-26T24:00:01"
        ),
    ),
    ("year", None, "2020 0001 -0044 12020 2020Z 2020+05:00", "20 020 0000 +2020 2020.0 02020 MMXX ２０２０"),
    ("yearmonth", None, "2020-01 -0044-12 2020-01Z", "2020-1 20-01 2020-13 2020-00 202001 0000-01"),
    (
        "duration",
        None,
        "P1Y P1M P1D PT1H PT1M PT1S PT1.5S -P1D P1Y2M3DT4H5M6.7S P0D",
        "PT P P1 1D P1.5Y P1S PT1.5H P1DT +P1D P-1D P1W PT1,5S p1d",
    ),
    ("geopoint", None, "90.50,45.50 90,45 -180,90 1E1,2 90.50,~45.50", "91,91 181,0 90 90,45,1 [90,45] a,b 90;45 ,"),
    (
        "geopoint",
        "array",
        "[90.5,45.5] [90.5,~45.5]",
        '["90","45"] [90] [1,2,3] [true,1] [NaN,1] {"lon":1,"lat":1} 1,2',
    ),
    (
        "geopoint",
        "object",
        '{"lon":90.5,"lat":45.5}',
        '{"lon":"90","lat":"45"} {"lon":1} {"lon":1,"lat":1,"z":1} [1,2]',
    ),
    (
        "geojson",
        None,
        (
            '{"type":"Point","coordinates":[1,2]} '
            '{"type":"Feature","geometry":null,"properties":null} '
            '{"type":"FeatureCollection","features":[]} '
            '{"type":"Polygon","coordinates":[[[0,0],[0,1],[1,1],[0,0]]]}'
        ),
        (
            '{"type":"Point"} {"type":"Point","coordinates":["1",2]} {"type":"Feature"} '
            '{"type":"X"} [] {} {"type":"Polygon","coordinates":[[[0,0],[0,1],[1,1],[1,0]]]} '
            '{"type":"LineString","coordinates":[[0,0]]} x {"type":"Point","coordinates":[NaN,1]} '
            '{"type":"Topology"}'
        ),
    ),
    (
        "geojson",
        "topojson",
        '{"type":"Topology","objects":{},"arcs":[]}',
        '{"type":"Topology"} {"type":"Point","coordinates":[1,2]}',
    ),
    ("object", None, '{} {"a":1}', '[] x 1 null {"a":NaN} {a:1} "x" {"a":1'),
    ("array", None, "[] [1,2]", "{} x [NaN] [1,2 [Infinity] [-Infinity]"),
    ("list", None, "a,b a ,", ""),
    ("string", "email", "a@b.c a.b+c@d.e x@localhost", "a a@ @b a..b@c.d a@b..c a~b@c.d <a@b.c> a@b.c,d@e.f"),
    (
        "string",
        "uri",
        "http://a.b/c mailto:a@b.c urn:isbn:1 ftp://x.y a:b",
        "a.b/c //a.b http:// http://a~b http://exämple.com http://a/%zz http://a[b]",
    ),
    (
        "string",
        "uuid",
        "123e4567-e89b-12d3-a456-426614174000 123E4567-E89B-12D3-A456-426614174000",
        (
            "123e4567e89b12d3a456426614174000 123e4567-e89b-12d3-a456-42661417400 "
            "{123e4567-e89b-12d3-a456-426614174000} g23e4567-e89b-12d3-a456-426614174000"
        ),
    ),
    ("string", "binary", "YQ== YWI= YWJj", "YQ YQ= Y*== YWJj~YWJj ===="),
    ("date", "%d/%m/%Y", "01/02/2020 1/2/2020", "2020-02-01 32/01/2020 01/02/20 01/02/2020x"),
    ("date", "fmt:%Y", "2020", "20 x"),
    ("time", "%H:%M", "10:30", "10:30:00 25:00"),
    ("any", None, "x 1 true [", ""),
    (None, None, "x 1 true [", ""),
]
