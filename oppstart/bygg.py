"""What the image needs made beforehand: collected static files and compiled texts."""

import importlib.util
import os


def main() -> None:
    """Run inside the image's environment, with the settings `bygg`."""
    import django
    from django.core.management import call_command

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "handlingsplan.settings.bygg")
    django.setup()
    compile_texts()
    call_command("collectstatic", interactive=False, verbosity=1)


def compile_texts() -> None:
    """The nynorsk catalogue, from text to what Django reads."""
    if importlib.util.find_spec("felles.sprak"):
        from felles.sprak import kompiler

        kompiler()


if __name__ == "__main__":
    main()
