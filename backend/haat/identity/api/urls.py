"""Identity's addresses, the same on every host."""

from django.urls import path

from haat.identity.api import auth, contacts, enrolment, factors, me, proofs, sessions

urlpatterns = [
    path("api/v1/auth/login", auth.Login.as_view()),
    path("api/v1/auth/register", auth.Register.as_view()),
    path("api/v1/auth/resend", auth.Resend.as_view()),
    path("api/v1/auth/verify", auth.Verify.as_view()),
    path("api/v1/auth/factor", proofs.Factor.as_view()),
    path("api/v1/auth/factor/passkey", proofs.FactorOptions.as_view()),
    path("api/v1/auth/passkey", proofs.PasskeyLogin.as_view()),
    path("api/v1/auth/passkey/options", proofs.PasskeyOptions.as_view()),
    path("api/v1/auth/enrolment/authenticator", enrolment.NewAuthenticator.as_view()),
    path("api/v1/auth/enrolment/authenticator/confirmation", enrolment.ConfirmedAuthenticator.as_view()),
    path("api/v1/auth/enrolment/passkey", enrolment.NewPasskey.as_view()),
    path("api/v1/auth/enrolment/passkey/confirmation", enrolment.MadePasskey.as_view()),
    path("api/v1/auth/step-up", proofs.StepUp.as_view()),
    path("api/v1/auth/step-up/passkey", proofs.StepUpOptions.as_view()),
    path("api/v1/auth/refresh", auth.Refresh.as_view()),
    path("api/v1/auth/logout", auth.Logout.as_view()),
    path("api/v1/auth/contact-undo", contacts.ContactUndo.as_view()),
    path("api/v1/auth/contact-undo/preview", contacts.ContactUndoPreview.as_view()),
    path("api/v1/me", me.Me.as_view()),
    path("api/v1/me/sessions", sessions.SignIns.as_view()),
    path("api/v1/me/sessions/<uuid:sign_in_id>", sessions.OneSignIn.as_view()),
    path("api/v1/me/confirmations", contacts.Confirmation.as_view()),
    path("api/v1/me/confirmations/proof", contacts.ConfirmationProof.as_view()),
    path("api/v1/me/contacts", contacts.Contacts.as_view()),
    path("api/v1/me/contacts/proof", contacts.ContactProof.as_view()),
    path("api/v1/me/portal", me.Portal.as_view()),
    path("api/v1/me/factors", factors.Factors.as_view()),
    path("api/v1/me/factors/authenticators/<uuid:factor_id>", factors.OneAuthenticator.as_view()),
    path("api/v1/me/factors/passkeys/<uuid:factor_id>", factors.OnePasskey.as_view()),
    path("api/v1/me/factors/recovery-codes", factors.RecoveryCodes.as_view()),
    path("api/v1/me/factors/reset", factors.Reset.as_view()),
]
