using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Common;
using AbcdConnect.Testing;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Tests.Access;

public sealed class MembersTests
{
    [Fact]
    public async Task Somebody_let_in_has_a_temporary_password_and_is_listed()
    {
        await using var database = await TestDatabase.Create();

        var added = await database.Send(new AddMember(Worker(database, "Nia Prosser"), "nia@example.org"), database.Administrator);

        added.Password.Password.Length.ShouldBeGreaterThan(15);
        added.Password.Until.ShouldBe(database.Clock.Now.AddDays(7));
        var listed = await database.Send(new ListMembers(new ListRequest("nia")), database.Administrator);
        listed.Items.ShouldHaveSingleItem().Id.ShouldBe(added.Id);
        var opened = await database.Send(new OpenMember(added.Id), database.Administrator);
        opened.Neighbourhoods.ShouldBe([database.Fernhill]);
        opened.Account.TemporaryUntil.ShouldBe(added.Password.Until);
        var choices = await database.Send(new OfferMemberChoices(), database.Administrator);
        choices.Neighbourhoods.Select(n => n.Name).ShouldBe(["Fernhill", "Harbour Ward"]);
    }

    [Fact]
    public async Task An_address_that_somebody_uses_is_refused_and_an_account_left_by_a_crash_is_taken_over()
    {
        await using var database = await TestDatabase.Create();
        await Should.ThrowAsync<DomainRuleException>(database.Send(new AddMember(Worker(database, "Nia"), "WORKER@demo.example"), database.Administrator));

        // The account was saved, the member not.
        await database.Db(db => db.Database.ExecuteSqlRawAsync("DELETE FROM MemberNeighbourhood WHERE MemberId = 1; DELETE FROM Members WHERE Id = 1"));
        var again = await database.Send(new AddMember(Worker(database, "Nia"), "worker@demo.example"), database.Administrator);

        again.Id.ShouldBe(new UserId(1));
    }

    [Fact]
    public async Task What_is_missing_is_said_all_at_once()
    {
        await using var database = await TestDatabase.Create();

        var refused = await Should.ThrowAsync<ValidationException>(database.Send(new AddMember(new MemberDetails(" ", Role.Worker, null, []), "no address"), database.Administrator));

        refused.Errors.Select(e => e.PropertyName).ShouldBe(["Details.Name", "Details.Neighbourhoods", "Email"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_change_of_role_is_kept_and_audited_and_one_typed_against_an_older_version_is_not()
    {
        await using var database = await TestDatabase.Create();
        var id = database.Worker.UserId!.Value;
        var details = new MemberDetails("Amina Yusuf", Role.Coordinator, null, []);

        await database.Send(new ChangeMember(id, 0, details), database.Administrator);

        var opened = await database.Send(new OpenMember(id), database.Administrator);
        (opened.Role, opened.Neighbourhoods.Count).ShouldBe((Role.Coordinator, 0));
        await Should.ThrowAsync<OvertakenException>(database.Send(new ChangeMember(id, 0, details with { Name = "Amina" }), database.Administrator));
        var audit = await database.Send(new ReadAudit(new ListRequest(), Record: "Member", RecordId: id.Value), database.Administrator);
        audit.Items[0].By.ShouldBe("Adam Nowak");
        audit.Items[0].Changes.ShouldNotBeNull().ShouldContain("\"Role\":[\"Worker\",\"Coordinator\"]");
    }

    [Fact]
    public async Task The_last_administrator_can_neither_leave_nor_be_locked_nor_become_something_else()
    {
        await using var database = await TestDatabase.Create();
        var last = database.Administrator.UserId!.Value;
        var other = await database.Send(new AddMember(new MemberDetails("Second", Role.Administrator, null, []), "second@example.org"), database.Administrator);
        var asOther = database.Administrator with { UserId = other.Id };
        await database.Send(new DeactivateMember(other.Id), database.Administrator);

        (await Should.ThrowAsync<DomainRuleException>(database.Send(new DeactivateMember(last), database.Administrator))).Message.ShouldContain("last administrator");
        await Should.ThrowAsync<DomainRuleException>(database.Send(new LockMember(last), asOther));
        await Should.ThrowAsync<DomainRuleException>(database.Send(new ChangeMember(last, 0, new MemberDetails("Adam Nowak", Role.Researcher, null, [])), database.Administrator));

        await database.Send(new ReturnMember(other.Id), database.Administrator);
        await database.Send(new DeactivateMember(last), asOther);
        (await database.Send(new ListMembers(new ListRequest(), Standing: MemberStanding.Left), asOther)).Items.ShouldHaveSingleItem().Name.ShouldBe("Adam Nowak");
    }

    [Fact]
    public async Task Locking_and_a_new_password_end_every_sign_in_and_unlocking_ends_the_pause()
    {
        await using var database = await TestDatabase.Create();
        var id = database.Worker.UserId!.Value;
        var first = await Stamp(database);

        await database.Send(new LockMember(id), database.Administrator);
        var second = await Stamp(database);
        await database.Db(db => db.Database.ExecuteSqlRawAsync("UPDATE AspNetUsers SET LockoutEnd = '2199-01-01 00:00:00', AccessFailedCount = 3 WHERE Id = 1"));
        await database.Send(new UnlockMember(id), database.Administrator);
        var opened = await database.Send(new OpenMember(id), database.Administrator);
        (opened.LockedOn, opened.Account.PausedUntil).ShouldBe(((DateOnly?)null, (DateTimeOffset?)null));
        await database.Send(new ResetPassword(id), database.Administrator);
        var third = await Stamp(database);

        new[] { first, second, third }.Distinct().Count().ShouldBe(3);
        (await database.Send(new OpenMember(id), database.Administrator)).PasswordGivenAt.ShouldBe(database.Clock.Now);

        static Task<string?> Stamp(TestDatabase database) => database.Db(db => db.Users.Where(u => u.Id == 1).Select(u => u.SecurityStamp).SingleAsync());
    }

    [Fact]
    public async Task A_new_password_is_long_not_the_old_one_and_not_among_the_first_to_be_tried()
    {
        await using var database = await TestDatabase.Create();
        var given = await database.Send(new ResetPassword(database.Worker.UserId!.Value), database.Administrator);

        (await Refused("short-one")).ShouldContain("at least 12 letters");
        (await Refused("MyPassword2026")).ShouldContain("first that are tried");
        (await Refused("aaaaaaaaaaaaaaaa")).ShouldContain("more different letters");
        (await Refused("Strong-start-2026")).ShouldContain("handbook");
        (await Refused(given.Password)).ShouldContain("the password you have");

        // The present one is temporary, so it is not asked for; afterwards it is.
        await database.Send(new ChangeMyPassword(null, "kettle-harbour-lemon", "kettle-harbour-lemon"));
        await Should.ThrowAsync<ValidationException>(database.Send(new ChangeMyPassword("wrong", "lemon-kettle-harbour", "lemon-kettle-harbour")));
        await database.Send(new ChangeMyPassword("kettle-harbour-lemon", "lemon-kettle-harbour", "lemon-kettle-harbour"));

        async Task<string> Refused(string chosen) =>
            (await Should.ThrowAsync<ValidationException>(database.Send(new ChangeMyPassword(null, chosen, chosen)))).Errors.Single().ErrorMessage;
    }

    [Fact]
    public async Task Only_an_administrator_looks_after_members_and_only_those_of_the_programme()
    {
        await using var database = await TestDatabase.Create();

        await Should.ThrowAsync<NotAllowedException>(database.Send(new ListMembers(new ListRequest()), database.Coordinator));
        await Should.ThrowAsync<NotFoundException>(database.Send(new OpenMember(database.Worker.UserId!.Value), database.Administrator with { ProgrammeId = new(99) }));
    }

    private static MemberDetails Worker(TestDatabase database, string name) => new(name, Role.Worker, null, [database.Fernhill]);
}
