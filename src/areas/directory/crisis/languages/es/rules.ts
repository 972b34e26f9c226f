import type { LanguageSigns } from '../../signs/rules.ts';

export const spanish: LanguageSigns = {
  words: {
    medical: [
      '{sobredosis|inconsciente|desmayad*|no respira|no puede respirar|sangra mucho|no despierta}',
      '{demasiadas|muchas|todas las} {pastillas|medicinas|medicamentos}',
      '{tome|tomo|tomado} {todas|muchas|demasiadas|veneno}',
    ],
    suicide: [
      '{quiero|quisiera|ganas de|prefiero|deseo} {morir*|estar muert*|desaparecer|matarme}',
      'suicid*',
      '{matarme|suicidarme|cortarme|ahorcarme|hacerme dano|tirarme}',
      '{quitarme|acabar con|terminar con} {la|mi} vida',
      'no {quiero|puedo|vale la pena} {mas |}{vivir|seguir|seguir viviendo}',
      'no {puedo|aguanto} mas',
      'sin ganas de vivir',
    ],
    violence: [
      'me {pega|pego|pegan|golpea|golpeo|golpean|maltrata|maltratan|amenaza|amenazo|ahorca|patea|empuja|encierra|persigue|acosa|quiere matar|va a matar|quito el pasaporte}',
      '{violencia|maltrato|amenazas|golpes|golpizas|cuchillo|pistola|acosador}',
      '{miedo} {de|a} {mi|el|volver} {marido|esposo|novio|pareja|padre|casa|}',
      '{matarme|me mata|me matara}',
    ],
    sexual: [
      '{me violo|violacion|violad*|abuso sexual|abus* sexual*|agresion sexual|acoso sexual|obliga a prostituirme}',
    ],
    child: [
      '{maltrato|abuso} {infantil|a menores|de menores}',
      '{pega|golpea|maltrata|grita} a {mi|mis|su|sus|los|el|la} {hij*|nin*|bebe}',
      'mi {papa|padre|mama|madre|padrastro} me {pega|golpea|grita|toca|encierra}',
    ],
    harm: ['{matarlo|matarla|matar a alguien|matar a mi|hacer dano a mi|lastimar a mi}'],
    shelter: [
      'no {tengo|tenemos|hay} {donde|casa|hogar|un lugar|lugar|ningun lugar|techo} {dormir|vivir|quedarme|ir|para dormir|donde dormir|donde vivir|}',
      '{sin techo|sin hogar|sin casa|en la calle|en mi coche|en el parque|desaloj*|desahuci*}',
      'me {echaron|echan|han echado|corrieron|sacaron|botaron}',
    ],
    food: [
      'no {tengo|tenemos|hay} {comida|que comer|nada que comer|nada para comer|dinero para comer|dinero para comida|leche|arroz}',
      '{sin comida|sin comer|hambre|hambrient*}',
      'no {he|hemos|ha} comido',
    ],
  },
};
