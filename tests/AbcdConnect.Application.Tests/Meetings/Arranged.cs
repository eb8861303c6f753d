using AbcdConnect.Application.Meetings;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Testing;

namespace AbcdConnect.Application.Tests.Meetings;

/// <summary>What the tests of meetings start from.</summary>
internal static class Arranged
{
    public static async Task<AgencyId> AddAgency(this TestDatabase database, string name, Sector sector = Sector.Police) =>
        await database.Send(new JoinAgency(name, sector), database.Coordinator);

    public static async Task<PractitionerId> AddPractitioner(this TestDatabase database, string name, AgencyId agency) =>
        await database.Send(new AddPractitioner(agency, new PractitionerDetails(name)), database.Coordinator);

    public static async Task<MeetingId> PlanMeeting(this TestDatabase database, int inDays, params PractitionerId[] invited)
    {
        var details = new MeetingDetails($"Round table {inDays}", database.Clock.Today.AddDays(inDays), new TimeOnly(10, 0), 90, null, database.Fernhill);
        var id = await database.Send(new PlanMeeting(details), database.Coordinator);
        if (invited.Length > 0)
        {
            await database.Send(new InvitePractitioners(id, invited), database.Coordinator);
        }

        return id;
    }

    public static Task<MeetingView> See(this TestDatabase database, MeetingId id) => database.Send(new SeeMeeting(id), database.Coordinator);
}
