using AbcdConnect.Application.Common;
using AbcdConnect.Application.Connections;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Connections;
using AbcdConnect.Domain.People;
using AbcdConnect.Testing;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Tests.Connections;

public sealed class IntroduceTests
{
    [Fact]
    public async Task Two_people_are_introduced_only_when_both_have_said_yes()
    {
        await using var database = await TestDatabase.Create();
        var (marta, sheila) = (await database.AddPerson("Marta"), await database.AddPerson("Sheila"));
        var today = database.Clock.Today;
        var request = new Introduce(marta.Id, ConnectionEnd.Of(sheila.Id), today, "Crochet");

        (await database.Send(request)).ShouldBeOfType<ConsentNeeded>().From.Select(p => p.Name).ShouldBe(["Marta", "Sheila"]);
        await database.Add(Consent.Give(marta.Id, ConsentUse.IntroduceMe, null, today, ConsentHow.Spoken, null, null));
        (await database.Send(request)).ShouldBeOfType<ConsentNeeded>().From.ShouldHaveSingleItem().Name.ShouldBe("Sheila");
        (await database.Db(db => db.Introductions.CountAsync())).ShouldBe(0);

        var done = (await database.Send(request with { Consents = [new GivenConsent(sheila.Id, today, ConsentHow.Written)] })).ShouldBeOfType<Introduced>();

        (await database.Db(db => db.Consents.CountAsync(c => c.PersonId == sheila.Id && c.How == ConsentHow.Written))).ShouldBe(1);
        var connection = await database.Send(new SettleIntroduction(done.Id, true, today, "learns from"));
        (await database.Send(new SettleIntroduction(done.Id, true, today, "learns from"))).ShouldBe(connection);
        var opened = await database.Send(new OpenConnection(connection!.Value));
        opened.Origin.ShouldBe(ConnectionOrigin.Introduced);
        opened.Introduction.ShouldBe(done.Id);
        (await database.Send(new ListConnections(new ListRequest("mart")))).Items.ShouldHaveSingleItem().To.Name.ShouldBe("Sheila");
        (await database.Send(new ListIntroductions(new ListRequest(), IntroductionOutcome.Connected))).Items.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_yes_taken_back_is_a_no_and_a_place_is_asked_nothing()
    {
        await using var database = await TestDatabase.Create();
        var marta = await database.AddPerson("Marta");
        var choir = Asset.Add(database.Programme, null, database.Clock.Today, new AssetDetails(AssetKind.Association, "The choir"));
        var consent = Consent.Give(marta.Id, ConsentUse.IntroduceMe, null, database.Clock.Today.AddDays(-9), ConsentHow.Spoken, null, null);
        await database.Add(choir, consent);
        var request = new Introduce(marta.Id, ConnectionEnd.Of(choir.Id), database.Clock.Today);

        (await database.Send(request)).ShouldBeOfType<Introduced>();
        await database.Db(async db =>
        {
            (await db.Consents.SingleAsync()).Withdraw(database.Clock.Today);
            return await db.SaveChangesAsync();
        });
        (await database.Send(request)).ShouldBeOfType<ConsentNeeded>();
    }

    [Fact]
    public async Task A_connection_is_noted_changed_ended_and_hidden_from_other_neighbourhoods()
    {
        await using var database = await TestDatabase.Create();
        var (marta, sheila) = (await database.AddPerson("Marta", database.HarbourWard), await database.AddPerson("Sheila", database.HarbourWard));
        var id = await database.Send(new MakeConnection(ConnectionEnd.Of(marta.Id), ConnectionEnd.Of(sheila.Id), ConnectionOrigin.Existing, "neighbours", database.Clock.Today.AddDays(-100)), database.Coordinator);

        await Should.ThrowAsync<NotFoundException>(database.Send(new OpenConnection(id)));
        await Should.ThrowAsync<NotFoundException>(database.Send(new MakeConnection(ConnectionEnd.Of(marta.Id), ConnectionEnd.Of(sheila.Id), ConnectionOrigin.Existing, null, database.Clock.Today)));
        await Should.ThrowAsync<NotAllowedException>(database.Send(new OpenConnection(id), database.Partner));
        var version = (await database.Send(new OpenConnection(id), database.Coordinator)).Version;
        await database.Send(new ChangeConnection(id, version, ConnectionOrigin.Activity, "sing together", database.Clock.Today.AddDays(-50), null), database.Coordinator);
        await Should.ThrowAsync<OvertakenException>(database.Send(new ChangeConnection(id, version, ConnectionOrigin.Activity, "late", database.Clock.Today, null), database.Coordinator));
        await database.Send(new EndConnection(id, database.Clock.Today), database.Coordinator);
        (await database.Send(new ListConnections(new ListRequest(), Holding: true), database.Coordinator)).Items.ShouldBeEmpty();
    }
}
