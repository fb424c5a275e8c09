/** What the page of one's own reminders says, in Swedish, and why a choice of them can't be. */

export const sentences = {
  'refusal.reminding.time': 'Välj en tid mellan {from} och {to}, till exempel 08:30.',
  'refusal.reminding.pauseDay': 'Skriv pausens dagar som datum, till exempel 2026-07-06.',
  'refusal.reminding.pauseOpen':
    'Välj också en sista dag för pausen, så att påminnelserna kommer tillbaka av sig själva.',
  'refusal.reminding.pauseOrder': 'Pausens sista dag ligger före den första. Rätta datumen.',
  'refusal.reminding.pausePast': 'Pausens sista dag har redan varit. Välj en senare dag.',
  'refusal.reminding.underWay': 'Meddelandet är redan på väg.',
  'refusal.reminding.arrived': 'Meddelandet har kommit fram.',
  'refusal.reminding.alreadyResent': 'Meddelandet har redan skickats på nytt. Se det nyare meddelandet.',
  'refusal.reminding.toldSince':
    'Allt i meddelandet har kommit med i ett senare meddelande, så det skickas inte en gång till.',
  'refusal.reminding.paused':
    'Mottagaren har pausat sina påminnelser. Innehållet kommer i första utskicket efter pausen.',
  'refusal.reminding.turnedOff': 'Mottagaren har valt bort den sortens påminnelser.',
  'refusal.reminding.notReached':
    'Mottagaren har ingen chatt med Samstyr. Be personen öppna Samstyr i Teams och försök sedan igen.',
  'reminders.title': 'Mina påminnelser',
  'reminders.about':
    'Påminnelserna kommer i chatten med Samstyr i Teams: samlade en gång per arbetsdag, och direkt när någon väntar på dig. Allt som väntar finns också på Hem, vad du än väljer här.',
  'reminders.failed': 'Dina val kunde inte läsas.',
  'reminders.reached': 'Du nås i chatten med Samstyr.',
  'reminders.off':
    'Påminnelser i chatten är inte påslagna här ännu. Du kan välja redan nu; valen gäller när de slås på.',
  'reminders.silent':
    'Påminnelser skickas inte just nu. Inget går förlorat: det som skulle ha kommit skickas när de är igång igen.',
  'reminders.noChat':
    'Du har ännu ingen chatt med Samstyr. Öppna Appar i Teams, sök efter Samstyr och välj Lägg till. Sedan kommer påminnelserna.',
  'reminders.unreachable':
    'Du har inte kunnat nås i chatten sedan {day}. Det händer när Samstyr är blockerat eller borttaget. Öppna Appar i Teams, lägg till Samstyr igen och skriv ”hjälp” i chatten.',
  'reminders.removed':
    'Du tog bort Samstyr ur Teams {day} och får inga påminnelser. Öppna Appar i Teams, sök efter Samstyr och välj Lägg till om du vill ha dem igen.',
  'reminders.when': 'När',
  'reminders.time': 'Dagens påminnelser kommer klockan',
  'reminders.timeHint':
    'Mellan {from} och {to} på arbetsdagar, aldrig på helger. Dagar då inget är nytt kommer ingenting.',
  'reminders.what': 'Vad du vill bli påmind om',
  'reminders.hint.verify': 'När protokoll skickas till dig för justering, och efter fem arbetsdagar.',
  'reminders.hint.decision': 'När ett beslut läggs fram för dig, och efter tio arbetsdagar.',
  'reminders.hint.report':
    'Fem arbetsdagar före månadsskiftet och på sista dagen. Därefter påminns projektägaren.',
  'reminders.hint.action': 'Sju dagar och en dag före åtgärdens datum, och dagen efter.',
  'reminders.hint.agenda': 'När dagordningen ska skickas, och två dagar senare.',
  'reminders.hint.moved':
    'När ett behov du har lämnat eller är kontaktperson för har flyttats eller sållats bort.',
  'reminders.hint.stalled': 'När ett behov som du är kontaktperson för inte har rört sig på 60 dagar.',
  'reminders.hint.meeting': 'Kallelser, ändringar, fastställda protokoll och uppdrag du får på möten.',
  'reminders.none': 'Du har valt bort alla påminnelser. Det som väntar på dig finns bara på Hem.',
  'reminders.pause': 'Paus',
  'reminders.pauseHint':
    'Under pausen kommer inget. Det som väntar samlas och kommer i första utskicket efteråt.',
  'reminders.from': 'Från och med',
  'reminders.to': 'Till och med',
  'reminders.pausedNow': 'Pausat till och med {day}.',
  'reminders.pausedLater': 'Paus {from} till och med {to}.',
  'reminders.endPause': 'Ta bort pausen',
  'reminders.save': 'Spara',
  'reminders.same': 'Inget är ändrat.',
  'reminders.unsaved': 'Du har ändringar som inte är sparade.',
  'reminders.saved': 'Sparat. Det gäller från nästa utskick.',
  'reminders.waiting': 'Sparas när nätet är tillbaka.',
} as const
