"""Component tags: keyword-only arguments, each rendering templates/komponenter/<name>.html."""

from django import template

register = template.Library()
