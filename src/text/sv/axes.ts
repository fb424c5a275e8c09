/** What is said of the axes of balance where an installation names them, in Swedish: the master that other languages follow. */
import { axisNames } from '#src/lists/axisNames.ts'

export const forms = [axisNames]

export const sentences = {
  'axes.title': 'Balansens axlar',
  'axes.about':
    'Det som portföljens balans, korridorerna och scenarierna ser längs. PiOS, Komplexitet och Karaktär sätts på varje initiativ och får heta det ni säger hos er: namnen står sedan överallt där axeln och dess klasser visas. De andra axlarna har sina namn från initiativets egna uppgifter. En axel som inte används frågas det inte efter och den går inte att välja; det som redan är satt ligger kvar och kommer tillbaka om axeln används igen. I SharePoint står de inbyggda namnen.',
  'axes.axis': 'Axel',
  'axes.classes': 'Klasser',
  'axes.used': 'Används',
  'axes.builtIn': 'inbyggt namn: {name}',
  'axes.ofInitiative': 'enligt initiativet',
  'axes.nameOf': 'Axelns namn, inbyggt {name}',
  'axes.classOf': 'Klassen {name}',
  'axes.sv': 'På svenska',
  'axes.en': 'På engelska',
  'axes.empty':
    'Tomt fält: det inbyggda namnet. Finns namnet på ett av språken visas det på båda tills det andra är skrivet.',
  'axes.isUsed': 'Axeln används',
  'axes.held':
    '{count} {count|korridor|korridorer} ser längs axeln och gäller även om den inte används: {titles}.',
  'axes.builtInAgain': 'Ta tillbaka de inbyggda namnen',
  'axes.fault.notNamable': 'Axeln har sitt namn från initiativets egna uppgifter.',
  'axes.fault.axisTwice': 'En annan axel heter redan så. Välj ett annat namn på axeln.',
  'axes.fault.classTwice': 'Två klasser kan inte heta lika. Välj ett annat namn på den ena.',
  'axes.fault.tooFew':
    'Balansen behöver minst två axlar. Låt den här användas, eller ta en annan i bruk först.',
  'axes.notRead': 'Organisationens egna namn på axlarna gick inte att läsa. De inbyggda visas.',
  'axes.unread': 'Namnen gick inte att läsa just nu.',
} as const
