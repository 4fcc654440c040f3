"""What English buttons, headings and links say of the form around them."""

from __future__ import annotations

PHRASES: dict[str, str] = {
    "log in": (
        "log in|login|sign in|signin|log on|sign on|member login|returning customer|access your account|logon"
        "|sign in now|login now|logging in|signing in|already have an account|welcome back|existing customers"
        "|registered customers|log in here|log in securely|logged in|unlock"
    ),
    "sign up": (
        "sign up|signup|register|create account|create an account|create my account|create your account|join"
        "|join now|join us|create new account|registration|new customer|new account|get started"
        "|become a member|sign me up|register now|start free trial|create free account|open account"
        "|set password|activate account|join for free|new user|enroll|enrol"
    ),
    "forgot": (
        "forgot password|forgot your password|forgotten password|reset password|forgot|lost your password"
        "|forgotten your password|trouble signing in|can t log in|forgot username|need help logging in"
        "|password forgotten"
    ),
    "change password": (
        "change password|change your password|update password|reset your password|new password"
        "|set a new password|password reset|save new password|choose a new password|save password"
        "|set password"
    ),
    "password rules": (
        "at least|characters long|characters or more|must contain|must include|minimum|uppercase|lowercase"
        "|must be at least|special character|characters minimum|password strength|min|one number|characters"
        "|case letter|password must|should be at least|contain at least"
    ),
    "send": (
        "submit|send|continue|next|place order|place your order|pay|pay now|log in|login|sign in|sign up"
        "|register|buy now|create account|save|save changes|subscribe|confirm|order now|proceed|check out"
        "|checkout|complete purchase|donate|go|complete order|review order|review your order|update"
        "|update password|change password|apply now|save and continue|continue to payment"
        "|continue to shipping|continue to delivery|continue to review order|use this address|buy|join"
        "|add card|get started|request|verify|finish|done|start|search|find|send message|submit order"
        "|confirm order|confirm and pay|deliver here|ship here|deliver to this address|complete my order"
        "|sign me up|get in touch|book|book now|complete booking|reserve|sign in now|submit payment"
        "|make payment|add address|save address|create an account|create your account|enter|load|connect"
        "|accept and continue|agree and continue|continue to next step|next step|go to payment|signin"
        "|let s go|make a payment|proceed to checkout|proceed to payment|apply|contact us|request a quote"
        "|track order|track|track my order|finish order|finalize order|pay securely|place my order"
        "|add payment method|use this payment method|save card|set password|create my account"
        "|create new account|register now|login now|register your account|subscribe now|join now|log on|add"
        "|continue with email|continue as guest|guest checkout|continue to billing|unlock"
        "|sign in with password|reset password|send reset link|email me a link|send link"
        "|subscribe to newsletter|start free trial|submit comment|get offers|post comment"
    ),
    "send this": (
        "submit|send|continue|complete|confirm|finish|place|pay|save|book|reserve|proceed to|finalise"
        "|finalize"
    ),
    "not send": (
        "cancel|back|go back|clear|reset|close|show|hide|show password|hide password|edit|remove|delete"
        "|forgot|forgot password|forgot your password|forgot email|help|learn more|more info|resend"
        "|resend code|send new code|info|details|what is this|tooltip|add company|add address line 2"
        "|use a different|instead|print|change|menu|browse|return to cart|terms|privacy|privacy policy|more"
        "|toggle|generate|suggest|upload|choose file|show more|need help|previous|skip|dismiss|no thanks"
        "|not now|return to shop|continue shopping|enter manually|enter address manually|find address|lookup"
        "|look up|apply coupon|apply gift card|apply promo|apply code|apply discount|redeem|add promo code"
        "|add gift card|select address|resend security code|other payment options|gift card|one time code"
        "|send one time passcode|use recovery code|hint|additional information|create account instead"
        "|sign in instead|sign up instead|clear search|update cart|update basket|accept all|accept cookies"
        "|reject all|cookie settings|decline|manage preferences|allow all|accept all cookies|live chat"
        "|save for later|save as draft|send again|send code again|save draft|continue reading|increase"
        "|decrease|plus|minus|select|open calendar|choose date|scan card|question|what s a security code"
        "|cookie preferences"
    ),
    "someone else's": (
        "facebook|google|apple|paypal|amazon pay|twitter|linkedin|github|microsoft|amazon|klarna|shop pay"
        "|apple pay|google pay|sso|single sign on|webauthn|passkey|x|discord|steam|yahoo|line|kakao|vk"
        "|allegro|idin|bankid|face id|touch id|fingerprint|qr code|security key|okta|saml"
    ),
}
