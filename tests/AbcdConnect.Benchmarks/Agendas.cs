using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Meetings;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Benchmarks;

/// <summary>The agenda drafted from live data, for a neighbourhood's table and the whole programme's; and the pack as PDF.</summary>
internal static class Agendas
{
    private const int Times = 50;
    private const int Packs = 10;

    public static async Task<int> Measure(Settings settings)
    {
        await using var city = await CityData.Ready(settings);
        await using var host = new WebHost(city.Folder);
        var programme = await city.Db(db => db.Programmes.Select(p => p.Id).FirstAsync());
        var latest = await city.Db(db => db.Gifts.MaxAsync(g => g.HeardOn));
        var whole = await Plan(city, Meeting.Plan(programme, "Measured: the whole programme's", latest.AddDays(1), new TimeOnly(10, 0), null, null, 90));
        var place = await city.Db(db => db.Neighbourhoods.OrderBy(n => n.Id).Select(n => n.Id).FirstAsync());
        var one = await Plan(city, Meeting.Plan(programme, "Measured: one neighbourhood's", latest.AddDays(1), new TimeOnly(10, 0), null, place, 90));
        using var browser = await host.SignIn(Infrastructure.Access.DemoAccounts.EmailOf(Role.Coordinator));
        Console.WriteLine($"Scale {settings.Scale}; milliseconds of server time for the whole page, one at a time.\n\n| | p50 | p95 |\n|---|---:|---:|");
        foreach (var (asked, times) in new[]
        {
            (new Asked("Draft agenda of the whole programme", _ => $"/meetings/{whole}/draft"), Times),
            (new Asked("Draft agenda of one neighbourhood", _ => $"/meetings/{one}/draft"), Times),
            (new Asked("Agenda pack as PDF", _ => $"/meetings/{whole}/pack.pdf"), Packs),
        })
        {
            var (took, status) = await PageTimes.OneAtATime(host, browser, asked, asked.Name, times);
            Console.WriteLine(took.Count == 0 ? $"| {asked.Name} | answers {(int)status} | |" : $"| {asked.Name} | {took.At(0.5):0.0} | {took.At(0.95):0.0} |");
        }

        return 0;
    }

    private static Task<MeetingId> Plan(CityData city, Meeting meeting) => city.Db(async db =>
    {
        var there = await db.Meetings.Where(m => m.Title == meeting.Title && m.HeldOn == meeting.HeldOn).Select(m => (MeetingId?)m.Id).FirstOrDefaultAsync();
        if (there is { } known)
        {
            return known;
        }

        db.Meetings.Add(meeting);
        await db.SaveChangesAsync();
        return meeting.Id;
    });
}
