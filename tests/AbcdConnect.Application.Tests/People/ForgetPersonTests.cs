using AbcdConnect.Application.Common;
using AbcdConnect.Application.People;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Conversations;
using AbcdConnect.Domain.People;
using AbcdConnect.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Tests.People;

public sealed class ForgetPersonTests
{
    [Fact]
    public async Task Nothing_identifying_is_left_anywhere_and_the_audit_chain_still_holds()
    {
        await using var database = await TestDatabase.Create();
        var today = database.Clock.Today;
        var person = await database.AddPerson("Zebedee", with: d => d with { LastName = "Quillfeather", Phone = "07700 900777", KnownAs = "Zebby" });
        var other = await database.AddPerson("Marta");
        await database.Send(new RemoveGift(await database.Send(new AddGift(person.Id, GiftDirection.Gift, GiftKind.Hands, null, "Zebedee's own zoetropes"))));
        await database.Send(new AddGift(person.Id, GiftDirection.Gift, GiftKind.Hands, null, "Builds zoetropes"));
        await database.Add(
            Conversation.Log(database.Programme, database.Worker.UserId, Guid.NewGuid(), new ConversationDetails(today, ConversationKind.Learning, [person.Id], "My zoetropes are in the attic.", NeighbourhoodId: database.Fernhill), today),
            Conversation.Log(database.Programme, database.Worker.UserId, Guid.NewGuid(), new ConversationDetails(today, ConversationKind.Learning, [person.Id, other.Id], "Marta asked zebedee about Quillfeather's kiln.", NeighbourhoodId: database.Fernhill), today));
        await database.Send(new ChangePerson(person.Id, 0, person.ToDetails() with { Email = "zebby@post.example" }));

        await database.Send(new ForgetPerson(person.Id), database.Administrator);

        await Should.ThrowAsync<NotFoundException>(database.Send(new TellPersonsStory(person.Id)));
        (await database.Db(db => db.Conversations.OrderBy(c => c.Id).Select(c => c.Heard).ToListAsync())).ShouldBe(["(removed)", "Marta asked (name removed) about (name removed)'s kiln."]);
        (await database.Db(db => db.ConversationPeople.CountAsync(p => p.PersonId == person.Id))).ShouldBe(2);
        (await Everything(database)).ShouldNotContain(cell => new[] { "zebedee", "quillfeather", "zebby", "zoetrope", "900777", "7700900777" }.Any(word => cell.Contains(word, StringComparison.OrdinalIgnoreCase)));

        var entries = await database.Db(db => db.AuditEntries.OrderBy(a => a.Sequence).ToListAsync());
        var hash = AuditEntry.Genesis;
        foreach (var entry in entries)
        {
            entry.Follows(hash).ShouldBeTrue();
            hash = entry.Hash;
        }
    }

    [Fact]
    public async Task Only_an_administrator_forgets_and_only_once()
    {
        await using var database = await TestDatabase.Create();
        var person = await database.AddPerson("Zebedee");
        await Should.ThrowAsync<NotAllowedException>(database.Send(new ForgetPerson(person.Id), database.Coordinator));

        await database.Send(new AskForDataProtection(person.Id, DataProtectionRight.Forget));
        await database.Send(new AskForDataProtection(person.Id, DataProtectionRight.Forget));
        (await database.Send(new ListDataProtectionRequests(new ListRequest()), database.Administrator)).Items.ShouldHaveSingleItem().SettledOn.ShouldBeNull();
        await database.Send(new ForgetPerson(person.Id), database.Administrator);

        (await database.Send(new ListDataProtectionRequests(new ListRequest()), database.Administrator)).Items.ShouldHaveSingleItem().SettledOn.ShouldBe(database.Clock.Today);
        (await database.Send(new DescribeForDataProtection(person.Id), database.Administrator)).ForgottenOn.ShouldBe(database.Clock.Today);
        await Should.ThrowAsync<DomainRuleException>(database.Send(new ForgetPerson(person.Id), database.Administrator));
    }

    [Fact]
    public async Task A_merged_record_goes_with_the_one_it_was_merged_into()
    {
        await using var database = await TestDatabase.Create();
        var (kept, merged) = (await database.AddPerson("Zebedee"), await database.AddPerson("Zebadiah"));
        await database.Send(new MergePeople(kept.Id, 0, merged.Id, 0, kept.ToDetails()));
        await Should.ThrowAsync<DomainRuleException>(database.Send(new ForgetPerson(merged.Id), database.Administrator));

        await database.Send(new ForgetPerson(kept.Id), database.Administrator);

        (await Everything(database)).ShouldNotContain(cell => cell.Contains("Zeb", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_copy_holds_their_words_and_names_nobody_else()
    {
        await using var database = await TestDatabase.Create();
        var today = database.Clock.Today;
        var (person, other) = (await database.AddPerson("Sheila"), await database.AddPerson("Bartholomew"));
        await database.Add(Conversation.Log(database.Programme, database.Worker.UserId, Guid.NewGuid(), new ConversationDetails(today, ConversationKind.Learning, [person.Id, other.Id], "I could teach crochet.", NeighbourhoodId: database.Fernhill), today));
        await database.Send(new AddGift(person.Id, GiftDirection.Gift, GiftKind.Hands, null, "Crochet"));
        await database.Send(new AskForDataProtection(person.Id, DataProtectionRight.Copy));

        var copy = await database.Send(new CopyWhatIsHeld(person.Id), database.Administrator);

        var values = copy.Sections.SelectMany(s => s.Rows).SelectMany(r => r).Select(v => v.Value).ToList();
        values.ShouldContain("I could teach crochet.");
        values.ShouldContain("Crochet");
        values.ShouldNotContain(v => v.Contains("Bartholomew", StringComparison.Ordinal));
        (await database.Send(new ListDataProtectionRequests(new ListRequest()), database.Administrator)).Items[0].SettledOn.ShouldBe(today);
    }

    [Theory]
    [InlineData("Will said that will do; will, he said", "Will", "(name removed) said that will do; will, he said")]
    [InlineData("małgorzata i Malgorzata", "Małgorzata", "(name removed) i (name removed)")]
    [InlineData("রহিমা বললেন", "রহিমা", "(name removed) বললেন")]
    [InlineData("O’Brien’s garden", "Nuala O’Brien", "O’(name removed)’s garden")]
    [InlineData("The kettle from the flats, said fred. The rest waits", "Fred from the flats", "The kettle from the (name removed), said (name removed). The rest waits")]
    [InlineData("An brings an apple to To", "To An", "(name removed) brings an apple to (name removed)")]
    [InlineData("An and Nguyen bring an apple", "nguyen van an", "(name removed) and (name removed) bring an apple")]
    [InlineData("Sheilas and sheila's", "Sheila", "Sheilas and (name removed)'s")]
    public void A_name_is_taken_out_of_what_others_said(string text, string name, string left) => new NameEraser([name]).Erase(text).ShouldBe(left);

    /// <summary>Every cell of every table, as text.</summary>
    private static async Task<List<string>> Everything(TestDatabase database)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(database.Folder, "abcd.db")}");
        await connection.OpenAsync();
        var tables = await Cells(connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'");
        var cells = new List<string>();
        foreach (var table in tables)
        {
            cells.AddRange(await Cells(connection, $"SELECT * FROM \"{table}\""));
        }

        return cells;
    }

    private static async Task<List<string>> Cells(SqliteConnection connection, string query)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Names of our own tables.
        command.CommandText = query;
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync();
        var cells = new List<string>();
        while (await reader.ReadAsync())
        {
            for (var at = 0; at < reader.FieldCount; at++)
            {
                cells.Add(reader.GetValue(at).ToString()!);
            }
        }

        return cells;
    }
}
