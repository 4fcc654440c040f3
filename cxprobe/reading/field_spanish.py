"""Spanish words for what fields ask."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "name": (
        "nombre completo|nombre y apellidos|nombre y apellido|tu nombre|su nombre|destinatario"
        "|nombre del destinatario|apellidos y nombre|persona de contacto|nombre de contacto|nombre apellidos"
        "|nombre apellido|nombre"
    ),
    "given-name": "nombre de pila|primer nombre|nombres|nombre s",
    "family-name": "apellidos|apellido|primer apellido|apellido s|apellidos completos|apellido paterno",
    "additional-name": "segundo nombre|segundo apellido|apellido materno",
    "honorific-prefix": "tratamiento|título|saludo",
    "email": (
        "correo electrónico|correo|e mail|email|dirección de correo electrónico|dirección de correo"
        "|dirección de email|tu email|tu correo|dirección de e mail|mail|correo electronico"
        "|tu correo electrónico|dirección email|su correo electrónico|correo e"
    ),
    "tel": (
        "whatsapp|teléfono|número de teléfono|móvil|teléfono móvil|celular|teléfono de contacto"
        "|número de móvil|tel|teléfono celular|teléfono fijo|número de celular|número de contacto|tfno|tlf"
        "|número de teléfono móvil|núm de teléfono|telf"
    ),
    "tel-country-code": "prefijo|prefijo telefónico|código de país|prefijo internacional",
    "tel-extension": "extensión",
    "fax": "fax",
    "street-address": (
        "dirección|calle|domicilio|calle y número|dirección postal|dirección de envío"
        "|dirección de facturación|calle número|nombre de la calle|vía|nombre de la vía|nombre de vía"
        "|calle y núm|dirección completa|calle y altura|dirección de entrega|tu dirección|dirección calle"
        "|domicilio fiscal|dirección de la calle"
    ),
    "address-line1": (
        "dirección 1|línea 1|dirección línea 1|línea de dirección 1|calle 1|dirección línea uno"
    ),
    "address-line2": (
        "resto de dirección|resto de la dirección|otros datos de la dirección|dirección 2|piso|puerta"
        "|piso puerta|línea 2|dirección línea 2|apartamento|departamento|escalera|información adicional"
        "|complemento de dirección|datos adicionales|línea de dirección 2|piso y puerta|bloque"
        "|dirección complementaria|dirección adicional|escalera piso puerta|edificio|número interior|interior"
        "|apto|dpto|depto|piso puerta escalera|dirección opcional|portal|planta|apartamento habitación"
        "|apartamento habitación etc|piso letra|referencias|número de apartamento|complemento|piso puerta etc"
    ),
    "address-line3": "dirección 3|línea 3|dirección línea 3",
    "address-level1": (
        "provincia|estado|región|comunidad autónoma|provincia estado|estado provincia|comunidad"
        "|departamento provincia|provincia región|región provincia|entidad federativa|región estado"
    ),
    "address-level2": (
        "ciudad|población|localidad|municipio|ciudad población|poblacion|ciudad localidad|localidad ciudad"
        "|población ciudad|delegación|comuna|alcaldía"
    ),
    "address-level3": "colonia|barrio|distrito",
    "postal-code": "código postal|c p|cp|cód postal|codigo postal|código zip|c postal",
    "country": (
        "país|país región|país de residencia|país de envío|país o región|tu país|país de facturación"
    ),
    "organization": (
        "empresa|nombre de la empresa|razón social|compañía|organización|nombre empresa|nombre de empresa"
        "|institución"
    ),
    "cc-number": (
        "número de tarjeta|número de la tarjeta|número tarjeta|tarjeta de crédito|tarjeta"
        "|número de tarjeta de crédito|nº de tarjeta|n de tarjeta|número de la tarjeta de crédito"
        "|núm de tarjeta|tarjeta de crédito o débito|n tarjeta|no de tarjeta"
    ),
    "cc-name": (
        "titular de la tarjeta|nombre en la tarjeta|titular|nombre del titular"
        "|nombre del titular de la tarjeta|titular tarjeta|nombre como aparece en la tarjeta"
        "|nombre que aparece en la tarjeta|nombre del tarjetahabiente|tarjetahabiente"
        "|nombre y apellidos del titular|nombre impreso en la tarjeta"
    ),
    "cc-exp": (
        "fecha de caducidad|caducidad|vencimiento|fecha de vencimiento|válida hasta|fecha de expiración"
        "|caduca|expiración|válido hasta|fecha caducidad|vence|fecha venc|fecha de validez|expira"
    ),
    "cc-csc": (
        "3 dígitos del reverso|tres últimos dígitos|dígitos del reverso|últimos 3 dígitos|código de seguridad"
        "|código cvv|código de verificación|código cvc|número de seguridad|cód de seguridad|código cvv2"
        "|cód seguridad|código seguridad|dígitos de seguridad|clave de seguridad"
    ),
    "card-type": "tipo de tarjeta",
    "bday": "fecha de nacimiento|nacimiento|cumpleaños|fecha nacimiento|f nacimiento|f nac",
    "~birth": "nacimiento|año de nacimiento|nacido",
    "~month": "mes|mes de caducidad|mes de vencimiento",
    "~year": "año|aaaa|aa|año de caducidad|año de vencimiento|ano",
    "~day": "día",
    "username": (
        "usuario|nombre de usuario|identificador|usuario o correo|correo o usuario|usuario o email"
        "|email o usuario|nombre usuario|correo electrónico o usuario|nombre de usuario o correo electrónico"
        "|correo o teléfono|dni usuario|usuario o correo electrónico|número de móvil o correo electrónico"
        "|teléfono o correo"
    ),
    "password": (
        "contraseña|clave|clave de acceso|tu contraseña|contrasena|clave personal|clave secreta|palabra clave"
    ),
    "~new": (
        "nueva|nuevo|elige|crea|crear contraseña|nueva contraseña|crea una contraseña|elegir|establecer|crear"
    ),
    "~old": "actual|antigua|contraseña actual|antigua contraseña|contraseña anterior|anterior",
    "~again": (
        "confirmar|repetir|repite|confirmación|confirma|vuelve a escribir|verificar|de nuevo|otra vez"
        "|confirme|repita|reescribe"
    ),
    "one-time-code": (
        "código de verificación sms|código de un solo uso|código sms|código de confirmación|código de acceso"
        "|código otp|código de activación|código de autenticación|clave sms|código recibido"
    ),
    "pin": "pin",
    "promo-code": (
        "código promocional|cupón|código de descuento|código descuento|vale|cupón de descuento"
        "|código de cupón|vale descuento|código de promoción|descuento|código cupón|código de invitación"
        "|código amigo|código de referido"
    ),
    "gift-card": "tarjeta regalo|tarjeta de regalo|número de tarjeta regalo",
    "search": (
        "buscar|búsqueda|qué buscas|qué estás buscando|buscador|busca|buscar productos|palabra clave búsqueda"
        "|buscar en la tienda"
    ),
    "quantity": "cantidad|unidades|uds",
    "amount": "importe|monto|precio|cuantía|donativo|cantidad a donar|precio mínimo|precio máximo",
    "message": (
        "mensaje|comentario|comentarios|tu mensaje|observaciones|notas|consulta|instrucciones de entrega"
        "|su mensaje|pregunta|tu consulta|notas del pedido|descripción|dedicatoria|nota|mensaje de regalo"
        "|sugerencias|instrucciones|tu comentario|notas de pedido"
    ),
    "subject": "asunto|motivo|tema|motivo de la consulta|motivo de contacto",
    "nickname": ("alias|apodo|nick|nombre para mostrar|nombre público|nombre visible|alias de la dirección"),
    "consent": (
        "términos|condiciones|acepto|política de privacidad|aviso legal|he leído|términos y condiciones"
        "|acepto los|consiento|privacidad|mayor de edad|protección de datos|doy mi consentimiento|autorizo"
    ),
    "newsletter": (
        "boletín|newsletter|suscribirme|ofertas|recibir|novedades|suscríbete|promociones|comunicaciones"
        "|comunicaciones comerciales"
    ),
    "extra": (
        "seguro|garantía|envolver para regalo|envoltorio de regalo|garantía ampliada|papel de regalo|donar"
        "|redondear|suscripción"
    ),
    "remember": (
        "recordarme|recuérdame|mantener sesión|mantener la sesión iniciada|no cerrar sesión|guardar|recordar"
        "|guardar mis datos|mantener sesión iniciada"
    ),
    "same-address": (
        "misma dirección|dirección diferente|enviar a una dirección diferente|igual que|misma que"
        "|enviar a otra dirección|coincide con|dirección de envío diferente"
    ),
    "captcha": "caracteres|no soy un robot|código de la imagen|código captcha|escribe los caracteres",
    "bot-trap": "no rellenar|dejar en blanco|dejar vacío|no rellenes|deja este campo",
    "order-number": (
        "número de pedido|número de seguimiento|localizador|código de reserva|número de reserva|referencia"
        "|número de factura|n de pedido|referencia del pedido|número de orden|número de envío"
    ),
    "gender": "sexo|género",
    "delivery-method": (
        "método de envío|forma de envío|envío|entrega|recogida|recoger en tienda|tipo de entrega"
        "|opciones de envío|envío estándar"
    ),
    "payment-method": (
        "forma de pago|método de pago|pago|transferencia|contra reembolso|medio de pago|pagar con|bizum"
        "|tipo de pago"
    ),
    "bank-account": "iban|número de cuenta|cuenta bancaria|bic|clabe|cuenta corriente|banco",
    "account-number": (
        "número de cliente|número de socio|tarjeta de fidelización|tarjeta cliente|código de cliente"
        "|número de contrato|n de socio|número de viajero frecuente|tarjeta de socio|número de póliza"
    ),
    "tax-id": (
        "nif|cif|rfc|nif cif|número de iva|rut|ruc|nit|cuit|cif nif|número de identificación fiscal"
        "|identificación fiscal|nif dni cif"
    ),
    "id-number": (
        "dni|pasaporte|número de pasaporte|nie|documento de identidad|cédula|número de documento|dni nie|curp"
        "|cédula de identidad|número de identificación|documento|tipo de documento|dni o nie|nif nie"
    ),
    "website": "sitio web|página web|web",
    "age": "edad|tu edad",
    "security-question": "pregunta secreta|respuesta|pregunta de seguridad|respuesta secreta",
    "job-title": "cargo|puesto|profesión|ocupación",
    "thing": (
        "nombre del producto|talla|color|marca|modelo|tienda|lugar de nacimiento|nacionalidad|sector"
        "|cómo nos conociste|país de nacimiento|ordenar por|categoría|origen|destino|pasajeros|adultos|moneda"
        "|matrícula|nombre del evento|colegio|tamaño"
    ),
    "language": "idioma|lengua",
    "house-number": (
        "número|núm|nº|n|número exterior|número de casa|altura|no|número de la calle|número de portal"
    ),
    "date": (
        "fecha|fecha de entrega|fecha de salida|fecha de llegada|hora|fecha de ida|fecha de vuelta|ida|vuelta"
    ),
    "file": "archivo|adjuntar|subir|fichero",
}

PHRASES: dict[str, str] = {
    "log in": (
        "iniciar sesión|inicia sesión|acceder|entrar|ya soy cliente|identificarse|inicio de sesión"
        "|ya tengo cuenta|acceso|ya eres cliente|identifícate|ingresar|ya tienes cuenta|login|conectarse"
        "|ingresa"
    ),
    "sign up": (
        "registrarse|registro|crear cuenta|crear una cuenta|regístrate|nuevo cliente|soy nuevo"
        "|crear tu cuenta|crea tu cuenta|únete|registrarme|nueva cuenta|crea una cuenta|date de alta|alta"
        "|hazte socio"
    ),
    "forgot": (
        "olvidado|has olvidado tu contraseña|olvidaste tu contraseña|recuperar contraseña"
        "|olvidé mi contraseña|olvidó"
    ),
    "change password": (
        "cambiar contraseña|restablecer contraseña|nueva contraseña|actualizar contraseña"
        "|cambiar la contraseña"
    ),
    "password rules": "al menos|caracteres|mayúscula|mínimo|carácter especial|dígito",
    "send": (
        "enviar|continuar|siguiente|pagar|comprar|realizar pedido|iniciar sesión|registrarse|crear cuenta"
        "|guardar|confirmar|finalizar compra|tramitar pedido|acceder|entrar|buscar|suscribirse|hacer pedido"
        "|realizar el pedido|confirmar pedido|aceptar y continuar|registrarme|ir al pago|finalizar pedido"
        "|pagar ahora|completar pedido|confirmar compra|ingresar|continuar al pago|continuar con el envío"
        "|reservar|guardar cambios|enviar mensaje|comprar ahora|regístrate|suscribirme|confirmar y pagar"
        "|pedido con obligación de pago|proceder al pago|siguiente paso|crear una cuenta|donar"
        "|guardar dirección|continuar como invitado|suscríbete|completar compra|guardar y continuar|seguir"
        "|identificarse|realizar pago|crear mi cuenta|seguir pedido|enviar a esta dirección"
        "|cambiar contraseña"
    ),
    "send this": ("enviar|continuar|confirmar|guardar|pagar|finalizar|reservar|completar|tramitar|realizar"),
    "not send": (
        "cancelar|volver|atrás|mostrar|ocultar|borrar|editar|cerrar|ayuda|saber más|eliminar|aplicar"
        "|aplicar cupón|aplicar código|limpiar|aceptar todo|rechazar todo|configurar|seguir comprando"
        "|mostrar contraseña|he olvidado mi contraseña|aceptar cookies|menú|aceptar todas|rechazar"
        "|más información|reenviar código|canjear|modificar|imprimir"
    ),
}
