"""Relations that stand open to web or worker without row security, each with its reason.

A room's prefix (`tiltak_*`) is allowed only where nothing in the room is about a person of concern. No prefix covers
`bekymring_` or `vern_`.
"""

APNE = {
    "django_content_type": "names of tables",
    "django_migrations": "names of migrations, for the health check",
    "auth_permission": "names of permissions",
    "auth_group": "unused and empty; Django's user model asks for it",
    "auth_group_permissions": "unused and empty",
    "account_emailaddress": "allauth looks up log-in addresses",
    "guardian_userobjectpermission": "guardian's generic table; empty, no INSERT",
    "guardian_groupobjectpermission": "guardian's generic table; empty, no INSERT",
    "brukere_*": "who works here and in which role, and sessions, found by their key: needed before log-in",
    "samarbeid_*": "partners and contacts in roles; no person of concern (R60, R61)",
    "tiltak_*": "the adopted plan and its status: everybody logged in reads it",
}
