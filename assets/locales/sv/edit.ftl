# Fälten: vad som händer när någon ändrar dem, och grupperna de står i.

step-edit = Ändrat i { $idea }: { $field }
step-edit-many =
    { $n ->
        [one] { $n } fält ändrat i { $idea }
       *[other] { $n } fält ändrade i { $idea }
    }
step-test-add = Nytt test i { $idea }
step-test-edit = Test ändrat i { $idea }
step-test-remove = Test borttaget ur { $idea }
step-owner = { $idea } har fått en idéägare
step-owner-many =
    { $n ->
        [one] { $n } idé har fått en idéägare
       *[other] { $n } idéer har fått en idéägare
    }
step-owner-none = { $idea } är utan idéägare
step-owner-none-many =
    { $n ->
        [one] { $n } idé är utan idéägare
       *[other] { $n } idéer är utan idéägare
    }
step-tag = { $idea } taggad
step-tag-many =
    { $n ->
        [one] { $n } idé taggad
       *[other] { $n } idéer taggade
    }
step-untag = Tagg borttagen från { $idea }
step-untag-many =
    { $n ->
        [one] Tagg borttagen från { $n } idé
       *[other] Tagg borttagen från { $n } idéer
    }
step-samples = De påhittade exempelidéerna inlagda

refused-field-day = { $field }: ”{ $said }” går inte att läsa som en dag. Skriv till exempel fredag, 27/11 eller v. 48.
refused-field-no-such-day = { $field }: dagen ”{ $said }” finns inte i kalendern. Kontrollera siffrorna.
refused-field-number = { $field }: skriv ett antal med siffror, inte ”{ $said }”.
refused-field-score = { $field }: välj 1 till 5, inte ”{ $said }”.
refused-field-choice = { $field }: ”{ $said }” finns inte att välja. Välj i listan.
refused-test-empty = Skriv något om testet först. Börja med vad ni vill veta.
refused-test-ends-first = Testet slutar { $ends }, innan det börjar { $starts }. Ändra någon av dagarna.
refused-tag-empty = Skriv en tagg först, ett kort ord utan kommatecken.
refused-samples-not-fresh = Exempelidéerna behöver en ny fil. I den här filen finns redan en tavla.

group-capture = Idén
group-need = Behovet
group-solution = Lösningen
group-people = Personer
group-plan = Nästa steg
group-handling = Hantering
group-test = Testet
