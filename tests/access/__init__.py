"""The access matrix: every address × every persona and nobody × own, other and unknown object × every method.

**How to add a row.** Each room has `tests/access/rader/<room>.py` with a list `RADER`. One `Rad` per URL pattern,
written as the resolver writes it (`tiltak/<int:nr>/`). A pattern without a row fails the test, and so does a row
without a pattern.

    RADER = [
        Rad("tiltak/"),                                              # everybody logged in, GET only
        Rad("rapport/bestill/", {"slt", "radmann"}, metoder=POST),   # only these; for the others it does not exist
        Rad("tiltak/<int:nr>/status/", ALLE, skriver={"slt"}, metoder=BEGGE, objekter=[
            Objekt("finnes", {"nr": 8}),
            Objekt("finnes ikke", {"nr": 99}, leser=INGEN),
        ]),
        Rad("bekymring/<ref>/", metoder=GET, objekter=[
            Objekt("egen", lambda v: {"ref": v.sak.ref}, leser=v_saken),
            Objekt("annen", lambda v: {"ref": v.annen.ref}, leser={"slt", "slt2", "laerer"}),
            Objekt("finnes ikke", {"ref": UKJENT_REF}, leser=INGEN),
        ]),
    ]

`leser` get the page (status in `get`, 200 if not said). `skriver` may POST (an empty form, or `data`; status in
`post`: shown again, redirected, 400 or 409); they are the readers if not said. A reader who is not a writer gets 403,
404 or 405 on POST. All others get 404 on everything that exists for somebody else. Anonymous is sent to the log-in
page unless the row is `apen`. A method the row does not list gives 405 (use @require_safe, @require_POST or
@require_http_methods in the view; PUT, DELETE, OPTIONS and the like are stopped for all by vern.middleware.Metoder).
Nothing ever gives 500.

Objects for the rows are made by `Verden` (`v.sak`, `v.annen`, `v.sperret`); a room makes its own with
`v.husk("forum", lag_forum)`, called once a test. When two objects of a row are called "annen" and "finnes ikke", the
answers to a stranger are compared: same body, same headers, same statements.
"""
