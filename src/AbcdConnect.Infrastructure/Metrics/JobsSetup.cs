using AbcdConnect.Application.Metrics;
using AbcdConnect.Domain.Common;
using AbcdConnect.Infrastructure.Assets;
using AbcdConnect.Infrastructure.Database;
using AbcdConnect.Infrastructure.Mail;
using AbcdConnect.Infrastructure.Meetings;
using AbcdConnect.Infrastructure.OpenReferral;
using AbcdConnect.Infrastructure.Outcomes;
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
        (new TriggerKey(PicturesJob.Nightly, PicturesJob.Key.Group), "Let go of stories' pictures whose time has run out", "every night at 12.10am"),
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
            quartz.AddTrigger<CompileJob>(trigger => MadeUpFor(trigger, CompileJob.Key, CompileJob.Nightly, "0 30 1 * * ?").UsingJobData(CompileJob.What, CompileJob.Nightly));
            quartz.AddTrigger<CompileJob>(trigger => MadeUpFor(trigger, CompileJob.Key, CompileJob.MonthEnd, "0 0 2 1 * ?").UsingJobData(CompileJob.What, CompileJob.MonthEnd));
            quartz.AddJob<PicturesJob>(job => job.WithIdentity(PicturesJob.Key).StoreDurably());
            quartz.AddTrigger<PicturesJob>(trigger => MadeUpFor(trigger, PicturesJob.Key, PicturesJob.Nightly, "0 10 0 * * ?"));
            quartz.AddJob<UpkeepJob>(job => job.WithIdentity(UpkeepJob.Key).StoreDurably());
            quartz.AddTrigger<UpkeepJob>(trigger => MadeUpFor(trigger, UpkeepJob.Key, UpkeepJob.Duplicates, "0 30 2 * * ?").UsingJobData(UpkeepJob.What, UpkeepJob.Duplicates));
            quartz.AddTrigger<UpkeepJob>(trigger => MadeUpFor(trigger, UpkeepJob.Key, UpkeepJob.WorkList, "0 0 4 ? * MON").UsingJobData(UpkeepJob.What, UpkeepJob.WorkList));
            quartz.AddJob<DirectoriesJob>(job => job.WithIdentity(DirectoriesJob.Key).StoreDurably());
            // One that could not be read is tried the next night: the list of imports says so.
            quartz.AddTrigger<DirectoriesJob>(trigger => At(trigger, DirectoriesJob.Key, DirectoriesJob.Nightly, "0 15 3 * * ?", CronTriggerMisfireInstruction.FireAndProceed));
            quartz.AddJob<SeriesJob>(job => job.WithIdentity(SeriesJob.Key).StoreDurably());
            quartz.AddTrigger<SeriesJob>(trigger => MadeUpFor(trigger, SeriesJob.Key, SeriesJob.Nightly, "0 30 4 * * ?"));
            quartz.AddJob<RemindersJob>(job => job.WithIdentity(RemindersJob.Key).StoreDurably());
            quartz.AddTrigger<RemindersJob>(trigger => MadeUpFor(trigger, RemindersJob.Key, RemindersJob.EachMorning, "0 30 7 ? * MON-FRI"));
            quartz.AddJob<LettersJob>(job => job.WithIdentity(LettersJob.Key).StoreDurably());
            quartz.AddTrigger<LettersJob>(trigger => At(trigger, LettersJob.Key, LettersJob.EachMinute, "20 * * * * ?", CronTriggerMisfireInstruction.DoNothing));
            if (settings.IsSqlite)
            {
                quartz.AddJob<PlannerStatisticsJob>(job => job.WithIdentity(PlannerStatisticsJob.Key).StoreDurably());
                quartz.AddTrigger<PlannerStatisticsJob>(trigger => At(trigger, PlannerStatisticsJob.Key, Statistics.Name, "0 15 1 * * ?", CronTriggerMisfireInstruction.DoNothing));
            }
        });
        services.AddHostedService<Search.SearchRebuilding>();
        services.AddQuartzHostedService(hosted => hosted.WaitForJobsToComplete = true);
        services.AddHealthChecks().AddQuartz(check => check.Tags.Add("ready"));
        services.Replace(ServiceDescriptor.Singleton<IJobScheduler, QuartzJobScheduler>());
        return services;

        // A run missed because nothing was running then is made up for once, at the next start; one that failed is tried again.
        static ITriggerConfigurator<T> MadeUpFor<T>(ITriggerConfigurator<T> trigger, JobKey job, string name, string cron) where T : IJob =>
            At(trigger, job, name, cron, CronTriggerMisfireInstruction.FireAndProceed).WithRetryPolicy(QuartzJobScheduler.Again);

        static ITriggerConfigurator<T> At<T>(ITriggerConfigurator<T> trigger, JobKey job, string name, string cron, CronTriggerMisfireInstruction missed) where T : IJob => trigger
            .WithIdentity(name, job.Group)
            .ForJob(job)
            .WithCronSchedule(cron, schedule => schedule.InTimeZone(UkTime.Zone).WithMisfireInstruction(missed));
    }
}
