# Grindmötet: idéer vid sina grindar, en i taget.

action-gate-meeting = Grindmöte
action-gate-meeting-help = Tar de markerade idéerna, eller dem i steget, en i taget: frågor, bedömning och beslut.
action-next-step = Nästa steg
action-next-step-help = Skriver upp vad som ska göras med idén, vilken roll som gör det och när.
action-interest = Eget intresse
action-interest-help = Noterar vem som har ett eget intresse i idén.
action-advice = Gruppens råd
action-advice-help = Säger att den som beslutar inte är här. Besluten skrivs då som gruppens råd.
context-gate-meeting = På grindmötet
gate-meeting-title = Grindmöte
gate-meeting-place = { $place } av { $of }, { $decided ->
    [one] { $decided } beslutad
   *[other] { $decided } beslutade
  }
gate-meeting-none = Inga idéer här. Markera dem som är redo på tavlan med x, och öppna grindmötet igen.
gate-meeting-protected = Skyddad: rummet ser den inte.
gate-meeting-decided = Beslut
gate-meeting-missing = saknas
gate-meeting-ready = { $yes } av { $musts } ja
gate-meeting-questions = Grindens frågor, de som måste besvaras med punkt
gate-meeting-unanswered = inget svar än
gate-advice = Gruppens råd
gate-scores = Bedömning
gate-scores-none = Ingen har bedömt idén än. v börjar: var och en skriver sina siffror.
gate-score-wide = stor spridning
gate-score-median = median { $median }
score-question = Hur långt har idé { $idea } kommit?
step-score = { $idea } bedöms vid grinden
step-attendance-amend = Närvaro ändrad
refused-scored = { $idea } bedöms redan. Visa utfallet eller avbryt bedömningen först.
refused-gate-meeting-closed = Öppna grindmötet först.
told-advice = Den som beslutar är inte här. Det ni kommer fram till skrivs som gruppens råd.
told-decision-maker = Den som beslutar är här.
sheet-gate-interest = Eget intresse i { $idea }
sheet-gate-next = Nästa steg för { $idea }
sheet-attendance-amend = Ändra närvaro
hint-score = bedöm
hint-gate-questions = frågor
hint-decide = beslut
hint-next-step = nästa steg
live-gate-decision = Beslut: { $decision }
live-gate-advice = Gruppens råd: { $decision }
live-scored = { $voted } har bedömt idén.
live-scored-of = { $voted } av { $of } har bedömt idén.
minutes-voters = Vem som gav vad
minutes-head-gave = Gav
minutes-head-idea = Idé
minutes-matrix = Nytta och insats
minutes-matrix-said = Idéernas platser i matrisen, från 1 till 5
minutes-with-voters = Med röster
minutes-left-out = { $n ->
    [one] Ett namn i texterna visas som •••. Läs igenom innan du skriver filen.
   *[other] { $n } namn i texterna visas som •••. Läs igenom innan du skriver filen.
  }
refused-minutes-voters = Nämn människor först med n. Då går det att visa vem som gav vad.
action-minutes-voters = Vem som gav vad
action-minutes-voters-help = Visar vem som gav vad i öppna omröstningar med namn, eller låter bli.
entries-parking-left = { $n ->
    [one] En punkt är öppen på parkeringen. Avsluta med samma val en gång till: Space w a.
   *[other] { $n } punkter är öppna på parkeringen. Avsluta med samma val en gång till: Space w a.
  }
