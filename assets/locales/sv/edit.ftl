## Fält, deras grupper och vad som händer när någon ändrar dem.

step-edit = ändra { $field } i idé { $idea }
step-edit-many = ändra { $n } fält i idé { $idea }
step-test-add = lägg till ett test i idé { $idea }
step-test-edit = ändra ett test i idé { $idea }
step-test-remove = ta bort ett test ur idé { $idea }
step-owner = sätt idéägare för idé { $idea }
step-owner-many = sätt idéägare för { $n } idéer
step-owner-none = ta bort idéägaren för idé { $idea }
step-owner-none-many = ta bort idéägaren för { $n } idéer
step-tag = tagga idé { $idea }
step-tag-many = tagga { $n } idéer
step-untag = ta bort en tagg från idé { $idea }
step-untag-many = ta bort en tagg från { $n } idéer
step-samples = lägg in de påhittade exempelidéerna

refused-field-day = { $field }: ”{ $said }” går inte att läsa som en dag. Skriv till exempel fredag, 27/11 eller v. 48.
refused-field-no-such-day = { $field }: dagen ”{ $said }” finns inte i kalendern. Kontrollera siffrorna.
refused-field-number = { $field }: skriv ett antal med siffror, inte ”{ $said }”.
refused-field-score = { $field }: välj 1 till 5, inte ”{ $said }”.
refused-field-choice = { $field }: ”{ $said }” finns inte att välja. Välj något av { $choices }.
refused-test-empty = Skriv något om testet först. Börja med vad ni vill veta.
refused-test-ends-first = Testet slutar { $ends }, innan det börjar { $starts }. Ändra någon av dagarna.
refused-tag-empty = Skriv en tagg, ett kort ord utan kommatecken.
refused-samples-not-fresh = Exempelidéerna behöver en ny fil. I den här filen finns redan en tavla.

group-capture = Idén
group-need = Behovet
group-solution = Lösningen
group-people = Personer
group-plan = Nästa steg
group-handling = Hantering
group-test = Testet
