using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Domain.Meetings.Room;

namespace AbcdConnect.Domain.Tests.Meetings.Room;

public sealed class SharedTextTests
{
    [Fact]
    public void Two_on_one_line_lose_nothing_and_see_the_same()
    {
        var (joan, amina) = (new SharedText(), new SharedText());
        amina.Take(joan.Type(1, 0, 0, "The hall opens.")!);

        var hers = joan.Type(1, 14, 0, " on Thursdays")!;
        var also = amina.Type(2, 14, 0, " for bingo")!;
        joan.Take(also);
        amina.Take(hers);

        joan.Text.ShouldBe(amina.Text);
        joan.Text.ShouldContain(" on Thursdays");
        joan.Text.ShouldContain(" for bingo");
    }

    [Fact]
    public void What_somebody_writes_into_words_that_another_takes_out_stays()
    {
        var (joan, amina) = (new SharedText(), new SharedText());
        amina.Take(joan.Type(1, 0, 0, "street lights")!);

        var gone = joan.Type(1, 0, 13, "")!;
        var put = amina.Type(2, 6, 0, " corner")!;
        joan.Take(put);
        amina.Take(gone);

        joan.Text.ShouldBe(" corner");
        amina.Text.ShouldBe(" corner");
    }

    [Fact]
    public void An_edit_that_comes_twice_counts_once_and_one_that_comes_early_waits()
    {
        var joan = new SharedText();
        var (first, second) = (joan.Type(1, 0, 0, "one ")!, joan.Type(1, 4, 0, "two")!);
        var late = new SharedText();

        late.Take(second);
        late.Text.ShouldBe("");
        late.Waiting.ShouldHaveSingleItem();
        late.Take(first);
        late.Take(second);
        late.Take(first);

        late.Text.ShouldBe("one two");
        late.Waiting.ShouldBeEmpty();
    }

    [Fact]
    public void The_halves_of_one_letter_stay_together()
    {
        var text = new SharedText();
        text.Become(1, "😀");

        text.Become(1, "😁")!.Text.ShouldBe("😁");

        text.Become(1, "😁😁")!.Text.ShouldBe("😁");
        text.Text.ShouldBe("😁😁");
        text.Become(1, "😁😁").ShouldBeNull();
    }

    [Fact]
    public void Folded_notes_read_the_same_say_who_wrote_and_forget_what_was_taken_out()
    {
        var (item, joan, amina, now) = (new AgendaItemId(1), new UserId(2), new UserId(1), new DateTimeOffset(2026, 11, 12, 10, 0, 0, TimeSpan.Zero));
        var text = new SharedText();
        NoteEdit[] edits =
        [
            NoteEdit.Of(item, text.Type(11, 0, 0, "A secret. The hall opens.")!, joan, now),
            NoteEdit.Of(item, text.Type(22, 25, 0, " Good.")!, amina, now.AddMinutes(1)),
            NoteEdit.Of(item, text.Type(11, 0, 10, "")!, joan, now.AddMinutes(2)),
        ];
        var waits = NoteEdit.Of(item, new TextEdit(new LetterId(900, 33), new LetterId(800, 33), "too early", []), amina, now);
        var notes = ItemNotes.Under(item);

        var taken = notes.Fold([.. edits, waits]);

        taken.ShouldBe(edits);
        notes.Text.ShouldBe("The hall opens. Good.");
        notes.Letters.ShouldNotContain("secret");
        notes.WrittenBy().ShouldBe([new NoteWriter(joan, now, now.AddMinutes(2)), new NoteWriter(amina, now.AddMinutes(1), now.AddMinutes(1))]);
        // Whoever still has the old text goes on writing in it.
        var on = notes.ToText();
        on.Take(edits[0].ToEdit());
        on.Text.ShouldBe("The hall opens. Good.");
        // The last edit only took letters out: its number is not given out again. Nor is that of the edit that waits.
        on.Clock.ShouldBe(908);
    }
}
