using AbcdConnect.Application.Common;
using AbcdConnect.Application.Meetings;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Testing;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Tests.Meetings;

public sealed class AgenciesTests
{
    [Fact]
    public async Task Agencies_are_listed_by_sector_and_word_with_what_they_have_open()
    {
        await using var database = await TestDatabase.Create();
        var police = await database.AddAgency("Wealbourne Police");
        var officer = await database.AddPractitioner("Sam Reed", police);
        var meeting = await database.PlanMeeting(-7, officer);
        await database.Send(new TickAttendance(meeting, [new(officer, AttendanceStatus.Present, AttendanceStatus.Invited)]), database.Coordinator);
        await database.Send(new AgreeAction(meeting, new ActionDetails("Walk the lane", police)), database.Coordinator);

        var row = (await database.Send(new ListAgencies(new ListRequest("poli"), Sector.Police), database.Worker)).Items.ShouldHaveSingleItem();

        row.ShouldSatisfyAllConditions(r => r.Practitioners.ShouldBe(1), r => r.OpenActions.ShouldBe(1), r => r.LastCame.ShouldBe(database.Clock.Today.AddDays(-7)));
        (await database.Send(new ListAgencies(new ListRequest()), database.Worker)).Total.ShouldBe(2);
    }

    [Fact]
    public async Task An_agency_shows_who_came_and_who_did_not_over_its_last_meetings()
    {
        await using var database = await TestDatabase.Create();
        var (came, sorry) = (await database.AddPractitioner("Sam Reed", database.Housing), await database.AddPractitioner("Mo Lane", database.Housing));
        var meeting = await database.PlanMeeting(-7, came, sorry);
        await database.Send(new TickAttendance(meeting, [new(came, AttendanceStatus.Present, AttendanceStatus.Invited), new(sorry, AttendanceStatus.Apologies, AttendanceStatus.Invited)]), database.Coordinator);
        await database.Send(new SettleMeeting(meeting, MeetingSettlement.Held), database.Coordinator);

        var agency = await database.Send(new SeeAgency(database.Housing), database.Worker);

        agency.Practitioners.Count.ShouldBe(2);
        var at = agency.Attendance.ShouldHaveSingleItem();
        at.ShouldSatisfyAllConditions(a => a.Came.ShouldBe(["Sam Reed"]), a => a.Apologies.ShouldBe(["Mo Lane"]), a => a.Missing.ShouldBeEmpty());
    }

    [Fact]
    public async Task A_partner_does_not_look_agencies_up()
    {
        await using var database = await TestDatabase.Create();

        await Should.ThrowAsync<NotAllowedException>(database.Send(new ListAgencies(new ListRequest()), database.Partner));
        await Should.ThrowAsync<NotAllowedException>(database.Send(new SeeAgency(database.Housing), database.Partner));
    }

    [Fact]
    public async Task Two_agencies_of_one_name_are_refused()
    {
        await using var database = await TestDatabase.Create();

        (await Should.ThrowAsync<DomainRuleException>(database.AddAgency("Wealbourne Homes"))).Message.ShouldContain("on the list already");
    }

    [Fact]
    public async Task An_agency_leaves_and_comes_back()
    {
        await using var database = await TestDatabase.Create();
        await Should.ThrowAsync<ValidationException>(database.Send(new LeaveTable(database.Housing, database.Clock.Today.AddDays(1)), database.Coordinator));

        await database.Send(new LeaveTable(database.Housing, database.Clock.Today), database.Coordinator);
        (await database.Send(new ListAgencies(new ListRequest()), database.Worker)).Items.ShouldBeEmpty();
        (await database.Send(new ListAgencies(new ListRequest(), WithLeft: true), database.Worker)).Items.Count.ShouldBe(1);

        await database.Send(new LeaveTable(database.Housing, null), database.Coordinator);
        (await database.Send(new ListAgencies(new ListRequest()), database.Worker)).Items.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_change_typed_against_an_older_version_is_refused()
    {
        await using var database = await TestDatabase.Create();
        var version = (await database.Send(new SeeAgency(database.Housing), database.Coordinator)).Version;
        await database.Send(new ChangeAgency(database.Housing, "Wealbourne Homes Ltd", Sector.Housing, version), database.Coordinator);

        await Should.ThrowAsync<OvertakenException>(database.Send(new ChangeAgency(database.Housing, "Homes", Sector.Housing, version), database.Coordinator));
    }

    [Fact]
    public async Task A_practitioner_is_tied_to_a_sign_in_of_their_own_agency_only()
    {
        await using var database = await TestDatabase.Create();
        var police = await database.AddAgency("Police");
        var (ours, theirs) = (await database.AddPractitioner("Priya Shah", database.Housing), await database.AddPractitioner("Sam Reed", police));

        var choices = await database.Send(new SeePractitioner(ours), database.Coordinator);
        choices.SignIns.ShouldHaveSingleItem().Id.ShouldBe(database.Partner.UserId!.Value);
        await database.Send(new ChangePractitioner(ours, new PractitionerDetails("Priya Shah", "Officer", "priya@homes.example"), database.Partner.UserId, false, choices.Practitioner.Version), database.Coordinator);

        (await database.Send(new SeePractitioner(ours), database.Coordinator)).Practitioner.SignsInAs.ShouldBe("Priya Shah");
        await Should.ThrowAsync<DomainRuleException>(database.Send(new ChangePractitioner(theirs, new PractitionerDetails("Sam Reed"), database.Partner.UserId, false, 0), database.Coordinator));
    }

    [Fact]
    public async Task What_is_typed_of_somebody_who_is_there_already_is_kept_or_refused_and_never_let_fall()
    {
        await using var database = await TestDatabase.Create();
        // Welcomed in the room by name alone, and added with an address later.
        var kim = await database.AddPractitioner("Kim Pell", database.Housing);

        (await database.Send(new AddPractitioner(database.Housing, new PractitionerDetails("Kim Pell", "Caretaker", "kim@homes.example")), database.Coordinator)).ShouldBe(kim);

        (await database.Db(db => db.Practitioners.SingleAsync(p => p.Id == kim))).ShouldSatisfyAllConditions(p => p.JobTitle.ShouldBe("Caretaker"), p => p.Email.ShouldBe("kim@homes.example"));
        (await database.Send(new AddPractitioner(database.Housing, new PractitionerDetails("Kim Pell", "Caretaker", "KIM@homes.example")), database.Coordinator)).ShouldBe(kim);
        // Another of that name.
        (await Should.ThrowAsync<DomainRuleException>(database.Send(new AddPractitioner(database.Housing, new PractitionerDetails("Kim Pell", "Treasurer", "k.pell@homes.example")), database.Coordinator))).Message.ShouldContain("tell the two apart");
    }

    [Fact]
    public async Task A_practitioners_e_mail_address_has_an_at_in_it()
    {
        await using var database = await TestDatabase.Create();

        await Should.ThrowAsync<ValidationException>(database.Send(new AddPractitioner(database.Housing, new PractitionerDetails("Sam", null, "sam")), database.Coordinator));
    }
}
