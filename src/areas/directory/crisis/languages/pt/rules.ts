import type { LanguageSigns } from '../../signs/rules.ts';

export const portuguese: LanguageSigns = {
  words: {
    medical: [
      '{overdose|inconsciente|desmaiad*|desmaiou|nao respira|nao esta respirando|sangrando muito|nao acorda}',
      '{muitos|varios|todos os|demais} {remedios|comprimidos}',
      '{tomei|tomou} {todos|muitos|varios|veneno}',
    ],
    suicide: [
      '{quero|queria|vontade de|prefiro} {morrer|estar mort*|sumir|desaparecer|me matar}',
      'suicid*',
      '{me matar|me cortar|me enforcar|me suicidar|me machucar}',
      '{tirar|acabar com|terminar com} {a |}minha {propria |}vida',
      'nao {quero|aguento|consigo|vale a pena} {mais |}{viver|existir|continuar}',
      'nao aguento mais',
    ],
    violence: [
      'me {bate|bateu|batem|batendo|agride|agrediu|ameaca|ameacou|espanca|espancou|enforca|enforcou|chuta|empurra|persegue|tranca|trancou}',
      '{vai|quer|quis|tentou|ameacou} me matar',
      '{violencia|ameaca|ameacas|agressao|apanho|apanhei|apanhando|espancad*|faca|arma|stalker}',
      'medo {do|da|de} {meu|minha|marido|namorado|companheiro|voltar|ele}',
      '{tirou|pegou|tomou} {o |}meu passaporte',
    ],
    sexual: ['{estupr*|abuso sexual|abus* sexual*|violencia sexual|assedio sexual|obrig* a me prostituir}'],
    child: [
      '{abuso|maus tratos} {infantil|de crianca*|a crianca*|contra crianca*}',
      '{bate|batendo|bateu|grita|maltrata} {no|na|nos|nas|com o|com a|em|o|a|meu|minha} {meu |minha |}{filh*|crianca*|bebe}',
      '{meu pai|minha mae|meu padrasto|meus pais} me {bate|batem|grita|toca|tranca}',
    ],
    harm: [
      '{matar ele|matar ela|mata lo|matar alguem|machucar meu filho|machucar minha filha|machucar alguem}',
    ],
    shelter: [
      'nao {tenho|temos|ha} {onde|casa|lugar|nenhum lugar|lar|teto} {dormir|morar|ficar|ir|para dormir|para ficar|}',
      '{sem teto|sem casa|sem lugar|na rua|no carro|no parque|morador de rua|despej*}',
      '{fui|me|fomos} {expuls*|despejad*|botaram para fora|colocaram para fora|mandaram embora}',
    ],
    food: [
      'nao {tenho|temos|ha|tem} {comida|o que comer|nada para comer|dinheiro para comer|dinheiro para comida|leite|arroz|nada pra comer}',
      '{sem comida|sem comer|fome|faminto|faminta}',
      'nao {comi|como|comemos} {nada|hoje|desde|ha|}',
    ],
  },
};
