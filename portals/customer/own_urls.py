"""Addresses of a person's own pages, in each shop and on the platform's host."""

from django.urls import path

from portals.customer.views.own import confirm, contacts, devices, merging, privacy

urlpatterns = [
    path("account/devices", devices.devices, name="devices"),
    path("account/confirm", confirm.confirm, name="confirm"),
    path("account/contacts", contacts.contacts, name="contacts"),
    path("account/contacts/code", contacts.code, name="contact-code"),
    path("account/undo/<str:token>", contacts.undo, name="contact-undo"),
    path("account/merge", merging.begin, name="merge-begin"),
    path("account/merge/<uuid:merge_id>", merging.merge, name="merge"),
    path("account/privacy", privacy.privacy, name="privacy"),
    path("account/privacy/copies/<uuid:export_id>", privacy.download, name="copy"),
]
