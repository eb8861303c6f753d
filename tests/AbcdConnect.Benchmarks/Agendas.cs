using System.Text;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Meetings;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Benchmarks;

/// <summary>The agenda drafted from live data, for a neighbourhood's table and the whole programme's; and the pack as PDF.</summary>
internal static class Agendas
{
    private const int Times = 50;
    private const int Packs = 10;

    // As much as a pack takes in: three scans of ten megabytes.
    private const int LargePapers = 3;

    public static async Task<int> Measure(Settings settings)
    {
        await using var city = await CityData.Ready(settings);
        await using var host = new WebHost(city.Folder);
        var programme = await city.Db(db => db.Programmes.Select(p => p.Id).FirstAsync());
        var latest = await city.Db(db => db.Gifts.MaxAsync(g => g.HeardOn));
        var whole = await Plan(city, Meeting.Plan(programme, "Measured: the whole programme's", latest.AddDays(1), new TimeOnly(10, 0), null, null, 90));
        var place = await city.Db(db => db.Neighbourhoods.OrderBy(n => n.Id).Select(n => n.Id).FirstAsync());
        var one = await Plan(city, Meeting.Plan(programme, "Measured: one neighbourhood's", latest.AddDays(1), new TimeOnly(10, 0), null, place, 90));
        var heavy = await Plan(city, Meeting.Plan(programme, "Measured: with large papers", latest.AddDays(1), new TimeOnly(14, 0), null, null, 90));
        await city.Db(async db =>
        {
            var there = await db.MeetingPapers.CountAsync(p => p.MeetingId == heavy);
            db.MeetingPapers.AddRange(Enumerable.Range(there, LargePapers - there).Select(i => MeetingPaper.Of(heavy, PaperFile.Read($"scan-{i + 1}.pdf", Scan(i)), null, DateTimeOffset.UnixEpoch)));
            return await db.SaveChangesAsync();
        });
        using var browser = await host.SignIn(Infrastructure.Access.DemoAccounts.EmailOf(Role.Coordinator));
        Console.WriteLine($"Scale {settings.Scale}; milliseconds of server time for the whole page, one at a time.\n\n| | p50 | p95 |\n|---|---:|---:|");
        foreach (var (asked, times, warmUp) in new[]
        {
            (new Asked("Draft agenda of the whole programme", _ => $"/meetings/{whole}/draft"), Times, Times),
            (new Asked("Draft agenda of one neighbourhood", _ => $"/meetings/{one}/draft"), Times, Times),
            (new Asked("Agenda pack as PDF", _ => $"/meetings/{whole}/pack.pdf"), Packs, 2),
            (new Asked("The same with three papers of ten megabytes bound in", _ => $"/meetings/{heavy}/pack.pdf"), Packs, 2),
        })
        {
            var (took, status) = await PageTimes.OneAtATime(host, browser, asked, asked.Name, times, warmUp);
            Console.WriteLine(took.Count == 0 ? $"| {asked.Name} | answers {(int)status} | |" : $"| {asked.Name} | {took.At(0.5):0.0} | {took.At(0.95):0.0} |");
        }

        return 0;
    }

    // A page that is one picture, as scanners make them; its points by chance, so that nothing makes it smaller.
    private static byte[] Scan(int number)
    {
        const int side = 3200;
        var points = new byte[side * side];
        new Random(number).NextBytes(points);
        using var file = new MemoryStream();
        var places = new List<long>();
        Write("%PDF-1.5\n");
        Part("<< /Type /Catalog /Pages 2 0 R >>");
        Part("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
        Part("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /Scan 5 0 R >> >> >>");
        Part("<< /Length 35 >>\nstream\nq 595 0 0 595 0 120 cm /Scan Do Q  \nendstream");
        Part($"<< /Type /XObject /Subtype /Image /Width {side} /Height {side} /ColorSpace /DeviceGray /BitsPerComponent 8 /Length {points.Length} >>\nstream\n", points, "\nendstream");
        var table = file.Position;
        Write($"xref\n0 {places.Count + 1}\n0000000000 65535 f \n{string.Concat(places.Select(p => $"{p:0000000000} 00000 n \n"))}trailer\n<< /Size {places.Count + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return file.ToArray();

        void Part(string before, byte[]? bytes = null, string after = "")
        {
            places.Add(file.Position);
            Write($"{places.Count} 0 obj\n{before}");
            file.Write(bytes ?? []);
            Write($"{after}\nendobj\n");
        }

        void Write(string words) => file.Write(Encoding.ASCII.GetBytes(words));
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
