using AbcdConnect.Application.Metrics;
using AbcdConnect.Domain.Common;
using AbcdConnect.Infrastructure.Assets;
using AbcdConnect.Infrastructure.Database;
using AbcdConnect.Infrastructure.Mail;
using AbcdConnect.Infrastructure.Meetings;
using AbcdConnect.Infrastructure.OpenReferral;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Quartz;

namespace AbcdConnect.Infrastructure.Metrics;

public static class JobsSetup
{
    /// <summary>The setting that switches jobs on or off in a process: on in the web application, off while testing.</summary>
    public const string Setting = "Jobs:Run";

    private static readonly TriggerKey Statistics = new("nightly", PlannerStatisticsJob.Key.Group);

    internal static readonly IReadOnlyList<(TriggerKey Key, string Job, string When)> ByTheClock =
    [
        (Statistics, "Count what stands behind each index", "every night at 1.15am"),
        (new TriggerKey(CompileJob.Nightly, CompileJob.Key.Group), "Compile the changed months", "every night at 1.30am"),
        (new TriggerKey(CompileJob.MonthEnd, CompileJob.Key.Group), "Compile the month that ended", "on the 1st of every month at 2am"),
        (new TriggerKey(UpkeepJob.Duplicates, UpkeepJob.Key.Group), "Look for entries that are twice on the map", "every night at 2.30am"),
        (new TriggerKey(DirectoriesJob.Nightly, DirectoriesJob.Key.Group), "Read the directories that are followed", "every night at 3.15am"),
        (new TriggerKey(UpkeepJob.WorkList, UpkeepJob.Key.Group), "Make the week's list of entries worth checking", "every Monday at 4am"),
        (new TriggerKey(SeriesJob.Nightly, SeriesJob.Key.Group), "Plan the next meetings of each series", "every night at 4.30am"),
        (new TriggerKey(LettersJob.EachMinute, LettersJob.Key.Group), "Send the letters that are due", "every minute"),
        (new TriggerKey(RemindersJob.EachMorning, RemindersJob.Key.Group), "Remind those who took something on", "every working day at 7.30am"),
    ];

    /// <summary>Runs the jobs in this process: the schedule and what is waiting are kept in the database and survive a restart.</summary>
    public static IServiceCollection AddJobs(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = DatabaseSettings.From(configuration);
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler =>
            {
                scheduler.InstanceName = "AbcdConnect";
                scheduler.GenerateInstanceId = !settings.IsSqlite;
            });
            quartz.UsePersistentStore(store =>
            {
                if (settings.IsSqlite)
                {
                    Directory.CreateDirectory(settings.DataFolder);
                    store.UseSqlite(settings.ConnectionString);
                }
                else
                {
                    store.UseSqlServer(settings.ConnectionString);
                    // Several web servers over one database share the schedule: each job runs on one of them.
                    store.UseClustering(_ => { });
                }

                store.ProvisionSchema();
            });
            quartz.AddJob<CompileJob>(job => job.WithIdentity(CompileJob.Key).StoreDurably());
            quartz.AddTrigger<CompileJob>(trigger => At(trigger, CompileJob.Nightly, "0 30 1 * * ?"));
            quartz.AddTrigger<CompileJob>(trigger => At(trigger, CompileJob.MonthEnd, "0 0 2 1 * ?"));
            quartz.AddJob<UpkeepJob>(job => job.WithIdentity(UpkeepJob.Key).StoreDurably());
            quartz.AddTrigger<UpkeepJob>(trigger => Upkeep(trigger, UpkeepJob.Duplicates, "0 30 2 * * ?"));
            quartz.AddTrigger<UpkeepJob>(trigger => Upkeep(trigger, UpkeepJob.WorkList, "0 0 4 ? * MON"));
            quartz.AddJob<LettersJob>(job => job.WithIdentity(LettersJob.Key).StoreDurably());
            quartz.AddTrigger<LettersJob>(trigger => trigger
                .WithIdentity(LettersJob.EachMinute, LettersJob.Key.Group)
                .ForJob(LettersJob.Key)
                .WithCronSchedule("20 * * * * ?", schedule => schedule.InTimeZone(UkTime.Zone).WithMisfireInstruction(CronTriggerMisfireInstruction.DoNothing)));
            quartz.AddJob<RemindersJob>(job => job.WithIdentity(RemindersJob.Key).StoreDurably());
            quartz.AddTrigger<RemindersJob>(trigger => trigger
                .WithIdentity(RemindersJob.EachMorning, RemindersJob.Key.Group)
                .ForJob(RemindersJob.Key)
                .WithRetryPolicy(QuartzJobScheduler.Again)
                .WithCronSchedule("0 30 7 ? * MON-FRI", schedule => schedule.InTimeZone(UkTime.Zone).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed)));
            quartz.AddJob<SeriesJob>(job => job.WithIdentity(SeriesJob.Key).StoreDurably());
            quartz.AddTrigger<SeriesJob>(trigger => trigger
                .WithIdentity(SeriesJob.Nightly, SeriesJob.Key.Group)
                .ForJob(SeriesJob.Key)
                .WithRetryPolicy(QuartzJobScheduler.Again)
                .WithCronSchedule("0 30 4 * * ?", schedule => schedule.InTimeZone(UkTime.Zone).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed)));
            quartz.AddJob<DirectoriesJob>(job => job.WithIdentity(DirectoriesJob.Key).StoreDurably());
            quartz.AddTrigger<DirectoriesJob>(trigger => trigger
                .WithIdentity(DirectoriesJob.Nightly, DirectoriesJob.Key.Group)
                .ForJob(DirectoriesJob.Key)
                .WithCronSchedule("0 15 3 * * ?", schedule => schedule.InTimeZone(UkTime.Zone).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed)));
            if (settings.IsSqlite)
            {
                quartz.AddJob<PlannerStatisticsJob>(job => job.WithIdentity(PlannerStatisticsJob.Key).StoreDurably());
                quartz.AddTrigger<PlannerStatisticsJob>(trigger => trigger
                    .WithIdentity(Statistics)
                    .ForJob(PlannerStatisticsJob.Key)
                    .WithCronSchedule("0 15 1 * * ?", schedule => schedule.InTimeZone(UkTime.Zone).WithMisfireInstruction(CronTriggerMisfireInstruction.DoNothing)));
            }
        });
        services.AddHostedService<Search.SearchRebuilding>();
        services.AddQuartzHostedService(hosted => hosted.WaitForJobsToComplete = true);
        services.AddHealthChecks().AddQuartz(check => check.Tags.Add("ready"));
        services.Replace(ServiceDescriptor.Singleton<IJobScheduler, QuartzJobScheduler>());
        return services;

        static void Upkeep(ITriggerConfigurator<UpkeepJob> trigger, string what, string cron) => trigger
            .WithIdentity(what, UpkeepJob.Key.Group)
            .ForJob(UpkeepJob.Key)
            .UsingJobData(UpkeepJob.What, what)
            .WithRetryPolicy(QuartzJobScheduler.Again)
            .WithCronSchedule(cron, schedule => schedule.InTimeZone(UkTime.Zone).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed));

        // A run missed because nothing was running then is made up for once, at the next start.
        static void At(ITriggerConfigurator<CompileJob> trigger, string what, string cron) => trigger
            .WithIdentity(what, CompileJob.Key.Group)
            .ForJob(CompileJob.Key)
            .UsingJobData(CompileJob.What, what)
            .WithRetryPolicy(QuartzJobScheduler.Again)
            .WithCronSchedule(cron, schedule => schedule.InTimeZone(UkTime.Zone).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed));
    }
}
