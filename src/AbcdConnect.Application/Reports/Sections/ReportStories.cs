using AbcdConnect.Application.Common;
using AbcdConnect.Application.Outcomes;
using AbcdConnect.Application.Outcomes.Stories;
using AbcdConnect.Application.Outcomes.Stories.Pictures;
using AbcdConnect.Domain.Outcomes;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Domain.Reports;

namespace AbcdConnect.Application.Reports.Sections;

/// <summary>The stories that a report tells: what panels chose, then the newest, as far as their tellers let us on the day it is published.</summary>
internal static class ReportStories
{
    private const int Most = 2;

    // Stories are told now and then: a month's report may tell one of the last half year.
    private const int MonthsBack = 5;

    public static Task<IReadOnlyList<StoryToPublish>> Read(IAbcdDbContext db, ProgrammeId programme, ReportPeriod period, DateOnly today, CancellationToken token)
    {
        var back = period.Last.AddMonths(-MonthsBack);
        return StoriesToPublish.Read(db, programme, null, (back < period.First ? back : period.First).First, period.Last.Last, today, StoryOutlet.Report, Most, token);
    }

    public static ReportStory InReport(StoryToPublish story) => new(story.Title, story.Words, story.Language, story.Teller, story.Outcome)
    {
        Picture = story.Picture is { } picture ? new ReportPicture(story.Id.Value, picture.Hash, picture.Shows) : null,
    };

    /// <summary>Notes where the stories went, so that whoever withdraws theirs can be told.</summary>
    public static async Task Note(IAbcdDbContext db, ProgrammeId programme, ReportPeriod period, int edition, ReportFigures figures, DateOnly today, CancellationToken token)
    {
        var told = (await Read(db, programme, period, today, token)).Where(s => figures.Stories.Contains(InReport(s))).ToList();
        var place = $"the report of {period.ToWords()}, edition {edition}";
        await StoriesToPublish.Note(db, programme, [.. told.Where(s => s.Picture is null).Select(s => s.Id)], place, today, token);
        await StoriesToPublish.Note(db, programme, [.. told.Where(s => s.Picture is not null).Select(s => s.Id)], $"{place}, with its picture", today, token);
    }

    /// <summary>The pictures that may still be shown, by the number of their story.</summary>
    public static async Task<IReadOnlyDictionary<long, StoryPictureFile>> Pictures(IAbcdDbContext db, ProgrammeId programme, IEnumerable<ReportStory> stories, DateOnly today, CancellationToken token)
    {
        var shown = new Dictionary<long, StoryPictureFile>();
        var usable = db.Stories.Where(s => s.ProgrammeId == programme && !s.StaysOutOfReports).UsableOn(today, db);
        foreach (var picture in stories.Select(s => s.Picture).OfType<ReportPicture>())
        {
            if (await db.PictureOf(usable, StoryId.From(picture.Story), token) is { } file && file.Hash == picture.Sha256)
            {
                shown[picture.Story] = file;
            }
        }

        return shown;
    }
}
