using AbcdConnect.Application.Assets.Duplicates;
using AbcdConnect.Application.OpenReferral;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Infrastructure.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace AbcdConnect.Infrastructure.OpenReferral;

/// <summary>Reads the directories that are followed, each as often as was asked: the same request as the command line's, incremental by
/// what has changed since the last time. One that fails says why at /imports, and the others are read.</summary>
[DisallowConcurrentExecution]
internal sealed class DirectoriesJob(IServiceScopeFactory scopes) : IJob
{
    public const string Nightly = "nightly";

    public static readonly JobKey Key = new("directories", "open-referral");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await ReadDue(cancellationToken);

    public async Task ReadDue(CancellationToken token) => await scopes.ForEachProgramme(programme => ReadDue(programme, token), token);

    private async Task<int> ReadDue(ProgrammeId programme, CancellationToken token)
    {
        var due = await scopes.SendFor(programme, new ListDirectories(DueOnly: true), token);
        foreach (var directory in due)
        {
            ImportBatchId? begun = null;
            string? trouble = null;
            try
            {
                await scopes.SendFor(programme, new ImportOpenReferral(directory.Address) { Began = batch => begun = batch }, token);
                await scopes.SendFor(programme, new FindDuplicates(begun), token);
            }
            catch (DomainRuleException said)
            {
                trouble = said.Message;
            }

            await scopes.SendFor(programme, new NoteDirectoryRead(directory.Id, begun, trouble), token);
        }

        return due.Count;
    }
}
