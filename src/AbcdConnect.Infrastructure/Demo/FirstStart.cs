using AbcdConnect.Application.Access;
using AbcdConnect.Application.Assets.Duplicates;
using AbcdConnect.Application.Assets.Upkeep;
using AbcdConnect.Application.Metrics;
using AbcdConnect.Application.Programmes;
using AbcdConnect.Application.Reports;
using AbcdConnect.Application.Reports.Preparing;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Domain.Reports;
using AbcdConnect.Infrastructure.Access;
using AbcdConnect.Infrastructure.Database;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AbcdConnect.Infrastructure.Demo;

/// <summary>What a start in Development does before anybody is let in: the demo borough is there, its six sign-ins
/// work, and its months are compiled and published. A database that holds a programme already keeps what it has.</summary>
public static class FirstStart
{
    public static async Task LoadDemoAsync(this IServiceProvider services, CancellationToken token = default)
    {
        await using var scope = services.CreateAsyncScope();
        var logger = scope.ServiceProvider.GetRequiredService<ILoggerFactory>().CreateLogger("AbcdConnect.FirstStart");
        var loaded = await scope.ServiceProvider.GetRequiredService<IDemoBorough>().LoadAsync(new Say(logger), token);
        if (loaded)
        {
            logger.LogInformation("The demo borough is loaded.");
        }

        // The borough or the city may have been brought by "abcd seed", which gives nobody a password.
        var db = scope.ServiceProvider.GetRequiredService<AbcdDbContext>();
        var worker = DemoAccounts.EmailOf(Role.Worker);
        var demo = await db.Members.Where(m => m.Email == worker).Select(m => (ProgrammeId?)m.ProgrammeId).FirstOrDefaultAsync(token);
        if (demo is not { } programme)
        {
            return;
        }

        await scope.ServiceProvider.GetRequiredService<DemoAccounts>().MakeAsync(programme, token);
        var name = DemoFiles.Shipped.Rows("demo/programme.csv")[0].Text("name");
        if (await db.Programmes.AnyAsync(p => p.Id == programme && p.Name == name, token))
        {
            scope.ServiceProvider.GetRequiredService<AmbientViewer>().Viewer = Viewer.System(programme, "The first start");
            var mediator = scope.ServiceProvider.GetRequiredService<IMediator>();
            if (!await db.UpkeepItems.AnyAsync(i => i.ProgrammeId == programme, token))
            {
                // What Monday's and tonight's jobs will do: whoever tries it need not wait for them.
                await mediator.Send(new MakeUpkeepList(), token);
                await mediator.Send(new FindDuplicates(), token);
            }

            await PublishMonths(mediator, db, programme, logger, token);
        }
    }

    // The demo's own months only, those that an earlier start was stopped before. Later months are for the people who try it.
    private static async Task PublishMonths(IMediator mediator, AbcdDbContext db, ProgrammeId programme, ILogger logger, CancellationToken token)
    {
        var files = DemoFiles.Shipped.Rows("demo/programme.csv")[0];
        var begun = YearMonth.Containing(await db.Programmes.Where(p => p.Id == programme).Select(p => p.StartsOn).SingleAsync(token));
        var told = YearMonth.Containing(files.Date("starts_on")!.Value).Through(files.Month("last_month")!.Value).Count();
        var published = await db.OutcomeReports.Where(r => r.ProgrammeId == programme && r.Kind == ReportKind.Month).Select(r => r.Month).Distinct().ToListAsync(token);
        var months = begun.Through(begun.AddMonths(told - 1)).Except(published).ToList();
        if (months.Count == 0)
        {
            return;
        }

        logger.LogInformation("Demo borough: compiling its months");
        await mediator.Send(new CompileChangedMonths(StartedBy: "the first start"), token);
        var words = DemoFiles.Shipped.Rows("demo/report-words.csv");
        var (last, start) = (begun.AddMonths(told - 1), YearMonth.Containing(files.Date("starts_on")!.Value));
        var shift = ((begun.Year - start.Year) * 12) + begun.Month - start.Month;
        foreach (var month in months)
        {
            await Publish(month, ReportKind.Month, r => r.Month("month")!.Value.AddMonths(shift) == month);
        }

        await Publish(ReportPeriod.Quarter(last.Next).Previous, ReportKind.Quarter, _ => true);
        await Publish(ReportPeriod.Year(last, begun.First).Previous, ReportKind.Year, _ => true);

        logger.LogInformation("Demo borough: {Months} monthly reports are published", months.Count);

        async Task Publish(ReportPeriod period, ReportKind kind, Func<DemoRow, bool> its)
        {
            var chosen = words.Where(r => r.Kind<ReportKind>("kind") == kind && its(r)).Select(r => new ChosenSection(r.Kind<ReportSection>("section"), true, r.Text("words"))).ToList();
            if (chosen.Count > 0 && !await db.PreparedReports.AnyAsync(p => p.ProgrammeId == programme && p.Month == period.Last && p.Kind == period.Kind, token))
            {
                await mediator.Send(new ChooseSections(period, [.. ReportSections.Usual.Select(u => chosen.Find(c => c.Section == u.Section) ?? u)], PreparedReport.NotBegun), token);
            }

            try
            {
                await mediator.Send(new PublishReport(period), token);
            }
            catch (DomainRuleException refused)
            {
                // The demo is there to be tried: a report that may not be published is no reason not to start.
                logger.LogWarning("Demo borough: {Period} is not published. {Why}", period, refused.Message);
            }
        }
    }

    // At once and in order: Progress<T> would report from other threads.
    private sealed class Say(ILogger logger) : IProgress<string>
    {
        public void Report(string value) => logger.LogInformation("Demo borough: {Progress}", value);
    }
}
