"""An application that fails with a person's words, in the view and outside Django."""


def application(environ, start_response):
    raise ValueError("HEMMELIG-om-en-person")
