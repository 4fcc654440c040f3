"""Portuguese words for what fields ask, of Portugal and of Brazil."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "name": (
        "nome|nome completo|nome e sobrenome|nome e apelido|seu nome|destinatário|nome do destinatário"
        "|nome sobrenome|pessoa de contacto|nome e apelidos|seu nome completo|o seu nome"
        "|nome próprio e apelido|nome do contato|nome de contacto"
    ),
    "given-name": "primeiro nome|nome próprio|prenome|nomes próprios",
    "family-name": "sobrenome|apelido|último nome|apelidos|sobrenomes|nome de família",
    "additional-name": "nome do meio|segundo nome",
    "honorific-prefix": "título|tratamento|saudação",
    "email": (
        "e mail|email|correio eletrónico|endereço de e mail|endereço de email|correio electrónico|seu e mail"
        "|correio eletrônico|mail|o seu email|seu email|endereço e mail|endereço eletrônico"
    ),
    "tel": (
        "whatsapp|telefone|telemóvel|número de telefone|celular|número de telemóvel|contacto telefónico"
        "|telefone celular|contato|tel|telefone de contato|telefone fixo|contacto|número de celular"
        "|telefone com ddd|celular com ddd|nº de telefone|número de contacto|telefone de contacto"
        "|ddd telefone"
    ),
    "tel-country-code": "indicativo|código do país|ddi|indicativo do país",
    "tel-area-code": "ddd",
    "tel-extension": "ramal|extensão",
    "fax": "fax",
    "street-address": (
        "morada|rua|endereço|endereço de entrega|logradouro|rua e número|morada de entrega"
        "|morada de faturação|endereço de cobrança|nome da rua|avenida|endereço completo|rua avenida"
        "|endereço residencial|rua número|morada completa|endereço de faturação|rua e número da porta"
        "|morada e número"
    ),
    "address-line1": "morada 1|linha 1|endereço 1|endereço linha 1|morada linha 1|linha de endereço 1",
    "address-line2": (
        "complemento|andar|morada 2|apartamento|linha 2|endereço 2|porta|endereço linha 2|bloco"
        "|complemento do endereço|morada linha 2|andar e porta|lote andar|linha de endereço 2"
        "|complemento de morada|informação adicional|apartamento suite|informações adicionais da morada"
        "|complemento opcional|fração|ponto de referência|referência do endereço|apto bloco|apto"
    ),
    "address-line3": "morada 3|endereço 3|linha 3",
    "address-level1": "distrito|estado|província|região|uf|estado província|distrito região|estado uf",
    "address-level2": (
        "cidade|localidade|município|concelho|cidade localidade|localidade cidade|cidade município"
    ),
    "address-level3": "bairro|freguesia",
    "postal-code": "código postal|cep|código de endereçamento postal|cod postal|cód postal",
    "country": "país|país região|país de residência|país de entrega|país ou região",
    "organization": ("empresa|nome da empresa|razão social|organização|companhia|nome empresa|instituição"),
    "cc-number": (
        "número do cartão|número de cartão|cartão de crédito|número do cartão de crédito|nº do cartão"
        "|número cartão|número de cartão de crédito|n do cartão"
    ),
    "cc-name": (
        "titular do cartão|nome no cartão|titular|nome do titular|nome impresso no cartão"
        "|nome do titular do cartão|nome como está no cartão|nome escrito no cartão|nome igual ao cartão"
        "|nome como aparece no cartão"
    ),
    "cc-exp": (
        "validade|data de validade|vencimento|válido até|data de expiração|data de vencimento|expira em"
        "|validade do cartão|data validade|expiração"
    ),
    "cc-csc": (
        "três últimos dígitos|3 dígitos no verso|dígitos no verso|últimos 3 dígitos|código de segurança"
        "|código cvv|código de verificação do cartão|código cvc|cód de segurança|código segurança"
        "|cod segurança"
    ),
    "card-type": "tipo de cartão|bandeira",
    "bday": "data de nascimento|nascimento|aniversário|data nascimento|data de nasc|data nasc",
    "~birth": "nascimento|ano de nascimento",
    "~month": "mês|mês de validade",
    "~year": "ano|aa|aaaa|ano de validade",
    "~day": "dia",
    "username": (
        "utilizador|nome de utilizador|usuário|nome de usuário|e mail ou utilizador|e mail ou usuário|login"
        "|identificação|nome de usuário ou e mail|cpf ou e mail|e mail ou cpf|e mail cpf ou cnpj"
        "|e mail ou telefone|nome de utilizador ou e mail|e mail cpf|email ou cpf|utilizador ou e mail"
        "|email ou nome de utilizador"
    ),
    "password": (
        "palavra passe|senha|password|sua senha|palavra chave|a sua palavra passe|palavra passe de acesso"
    ),
    "~new": (
        "nova|novo|crie|escolha|nova senha|nova palavra passe|crie uma senha|criar senha|definir|criar"
        "|escolha uma"
    ),
    "~old": "atual|antiga|senha atual|palavra passe atual|antigo|actual|anterior",
    "~again": ("confirmar|repetir|repita|confirme|confirmação|novamente|confirma|digite novamente|de novo"),
    "one-time-code": (
        "código de verificação|código sms|código de confirmação|código de utilização única|código de acesso"
        "|código de ativação|código de autenticação|token|código recebido"
    ),
    "pin": "pin",
    "promo-code": (
        "código promocional|cupão|cupom|código de desconto|vale|cupom de desconto|código do cupom"
        "|vale desconto|cupão de desconto|desconto|código de cupom|código amigo|código de promoção"
        "|código de indicação"
    ),
    "gift-card": "cartão presente|vale presente|cartão oferta|cheque oferta|vale oferta",
    "search": (
        "pesquisar|procurar|o que procura|buscar|pesquisa|busca|o que você procura|o que está procurando"
        "|procura|pesquise|busque|pesquisar produtos|o que procuras"
    ),
    "quantity": "quantidade|qtd|qtde|unidades",
    "amount": "montante|valor|preço|valor da doação|preço mínimo|preço máximo",
    "message": (
        "mensagem|comentário|observações|a sua mensagem|sua mensagem|notas|comentários|pedido de informação"
        "|dúvida|notas da encomenda|observação|instruções de entrega|descrição|mensagem do presente"
        "|notas do pedido|notas de encomenda|sua dúvida|sugestão|avaliação"
    ),
    "subject": "assunto|motivo|tema|motivo do contacto|motivo do contato",
    "nickname": (
        "apelido do endereço|nome do endereço|identificação do endereço|alcunha|apelido público|pseudónimo"
        "|nome de exibição|alias|como quer ser chamado|como gostaria de ser chamado"
    ),
    "consent": (
        "termos|condições|aceito|política de privacidade|li e aceito|termos e condições|concordo"
        "|consentimento|privacidade|li e concordo|termos de uso|autorizo|dados pessoais"
    ),
    "newsletter": (
        "newsletter|novidades|promoções|receber ofertas|ofertas|receber|quero receber|comunicações|subscrever"
    ),
    "extra": (
        "seguro|garantia|embrulho|garantia estendida|embrulho de presente|embalagem para presente|doar"
        "|assinatura|garantia alargada"
    ),
    "remember": (
        "lembrar me|manter sessão|lembrar|manter conectado|guardar|salvar|continuar conectado"
        "|manter sessão iniciada|permanecer conectado|salvar dados"
    ),
    "same-address": (
        "mesma morada|mesmo endereço|morada diferente|endereço diferente|enviar para uma morada diferente"
        "|entregar em um endereço diferente|igual à|mesma que|enviar para outro endereço"
    ),
    "captcha": "caracteres|não sou um robô|código da imagem|digite os caracteres",
    "bot-trap": "não preencher|deixar em branco|não preencha|deixe em branco",
    "order-number": (
        "nº do pedido|n do pedido|pedido|número do pedido|número da encomenda|código de rastreio"
        "|número da reserva|código da reserva|código de reserva|número de encomenda|referência"
        "|nº da encomenda|código de rastreamento|número da fatura|localizador"
    ),
    "gender": "sexo|género|gênero",
    "delivery-method": (
        "método de envio|entrega|envio|recolha|retirada|forma de entrega|frete|levantamento em loja"
        "|retirar na loja|opções de entrega|forma de envio|expedição"
    ),
    "payment-method": (
        "método de pagamento|forma de pagamento|pagamento|boleto|pix|multibanco|mb way|pagar com"
        "|meio de pagamento|transferência bancária|referência multibanco"
    ),
    "bank-account": "iban|número da conta|conta bancária|agência|banco|conta corrente|nib",
    "account-number": (
        "número de cliente|número de sócio|cartão cliente|número de cartão cliente|cartão de fidelização"
        "|número de contrato|número do cliente|cartão continente|número de passageiro frequente"
    ),
    "tax-id": (
        "nif|cnpj|contribuinte|número de contribuinte|nipc|inscrição estadual|número de identificação fiscal"
        "|vat|nif opcional|nº contribuinte"
    ),
    "id-number": (
        "cpf|rg|bilhete de identidade|cartão de cidadão|passaporte|número de identificação"
        "|número do passaporte|documento|cpf cnpj|cpf ou cnpj|cpf do titular|número do documento"
        "|cartão do cidadão|tipo de documento|cpf do titular do cartão"
    ),
    "website": "site|página web|sítio web",
    "age": "idade",
    "security-question": "pergunta secreta|resposta|pergunta de segurança|resposta secreta",
    "job-title": "cargo|profissão|função|ocupação",
    "thing": (
        "nome do produto|tamanho|cor|marca|modelo|loja|local de nascimento|nacionalidade|setor|ordenar por"
        "|categoria|origem|destino|passageiros|adultos|moeda|naturalidade|matrícula|como nos conheceu|placa"
        "|número de série|país de nascimento"
    ),
    "language": "idioma|língua",
    "house-number": "número|nº|número da porta|n|num|porta número|número da casa|nº porta|n porta|no",
    "date": ("data|data de entrega|data de chegada|data de partida|hora|ida|volta|data de ida|data de volta"),
    "file": "anexo|ficheiro|arquivo|anexar|carregar",
}

PHRASES: dict[str, str] = {
    "log in": (
        "iniciar sessão|entrar|login|já tenho conta|já sou cliente|aceder|fazer login|acessar|já é cliente"
        "|já tem conta|acesse sua conta|faça login|entre"
    ),
    "sign up": (
        "registar|criar conta|cadastrar|cadastre se|novo cliente|registe se|criar uma conta|cadastro|registo"
        "|registrar|crie sua conta|crie a sua conta|inscreva se|nova conta|sou novo|ainda não tenho conta"
        "|criar conta grátis"
    ),
    "forgot": (
        "esqueci|esqueceu a senha|esqueceu se da palavra passe|recuperar palavra passe|esqueci minha senha"
        "|recuperar senha|esqueceu"
    ),
    "change password": (
        "alterar palavra passe|alterar senha|mudar senha|redefinir|nova senha|nova palavra passe"
        "|redefinir senha"
    ),
    "password rules": "pelo menos|caracteres|maiúscula|mínimo|no mínimo|caractere especial|dígito",
    "send": (
        "enviar|continuar|seguinte|pagar|comprar|finalizar compra|finalizar encomenda|entrar|registar"
        "|criar conta|guardar|confirmar|pesquisar|cadastrar|salvar|avançar|concluir|finalizar pedido"
        "|efetuar encomenda|fechar pedido|próximo|confirmar encomenda|confirmar pedido|iniciar sessão"
        "|subscrever|concluir compra|pagar agora|encomendar|ir para o pagamento|confirmar pagamento|reservar"
        "|prosseguir|finalizar|comprar agora|fazer pedido|acessar|aceder|enviar mensagem|submeter|doar"
        "|continuar para o pagamento|confirmar e pagar|ir para pagamento|criar uma conta"
        "|encomenda com obrigação de pagar|alterar senha|guardar alterações|assinar|inscrever|próximo passo"
        "|continuar como convidado|realizar pagamento|concluir encomenda|criar a minha conta|salvar endereço"
        "|salvar e continuar|inscrever se|buscar|rastrear pedido"
    ),
    "send this": (
        "enviar|continuar|confirmar|salvar|guardar|pagar|finalizar|concluir|reservar|prosseguir|avançar"
    ),
    "not send": (
        "cancelar|voltar|mostrar|ocultar|apagar|editar|fechar|ajuda|saiba mais|remover|aplicar|aceitar todos"
        "|rejeitar todos|limpar|mostrar senha|alterar|aplicar cupom|esqueci minha senha|continuar comprando"
        "|continuar a comprar|aceitar|rejeitar|menu|aceitar cookies|anterior|esqueci a senha|usar código"
        "|mais informações|buscar cep|voltar ao carrinho|reenviar código|imprimir|calcular frete"
    ),
}
