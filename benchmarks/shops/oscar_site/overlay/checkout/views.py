"""A payment page with oscar's bank card form, as its documentation on payment tells."""

# mypy: ignore-errors
# (Oscar is installed in the shop's own environment, not in ours.)

from oscar.apps.checkout import views as core
from oscar.apps.payment import forms, models
from oscar.apps.payment.exceptions import UnableToTakePayment

DECLINED = "4000000000000002"
"""The one card that no money can be had from."""


class PaymentDetailsView(core.PaymentDetailsView):
    """Card details are asked for, carried through the preview in hidden fields, and used once."""

    def get_context_data(self, **kwargs):
        """The card form beside what oscar shows anyway."""
        kwargs.setdefault("bankcard_form", forms.BankcardForm())
        return super().get_context_data(**kwargs)

    def handle_payment_details_submission(self, request):
        """The preview if the card can be read, else the form again with what is wrong."""
        form = forms.BankcardForm(request.POST)
        if form.is_valid():
            return self.render_preview(request, bankcard_form=form)
        return self.render_payment_details(request, bankcard_form=form)

    def handle_place_order_submission(self, request):
        """The order, once the card that came along has been read again."""
        form = forms.BankcardForm(request.POST)
        if not form.is_valid():
            return self.render_payment_details(request, bankcard_form=form)
        submission = self.build_submission()
        submission["payment_kwargs"]["bankcard_form"] = form
        return self.submit(**submission)

    def handle_payment(self, order_number, total, **kwargs):
        """Notes what was paid with, and takes nothing; one card is declined."""
        card = kwargs["bankcard_form"].bankcard
        if card.number.replace(" ", "") == DECLINED:
            raise UnableToTakePayment("Your card was declined. Please try another card.")
        kind, _ = models.SourceType.objects.get_or_create(name="Bankcard")
        paid = {"amount_allocated": total.incl_tax, "amount_debited": total.incl_tax}
        self.add_payment_source(models.Source(source_type=kind, currency=total.currency, **paid))
        self.add_payment_event("paid", total.incl_tax)
