using AbcdConnect.Domain.Activities;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.People;
using AbcdConnect.Domain.Programmes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AbcdConnect.Infrastructure.Database;

internal sealed class ActivityConfiguration : IEntityTypeConfiguration<Activity>
{
    public void Configure(EntityTypeBuilder<Activity> builder)
    {
        builder.Property(a => a.Description).HasMaxLength(Long.Text);
        builder.HasIndex(a => new { a.ProgrammeId, a.Name, a.Id });
        builder.HasIndex(a => new { a.ProgrammeId, a.FirstSessionOn });
        builder.HasIndex(a => new { a.NeighbourhoodId, a.Name, a.Id });
        builder.Ignore(a => a.Details);
        builder.HasIndex(a => new { a.ProgrammeId, a.Status, a.Name, a.Id });
        builder.HasIndex(a => a.PlaceId);
        builder.HasIndex(a => a.LeaderId);
        builder.HasOne<Programme>().WithMany().HasForeignKey(a => a.ProgrammeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Neighbourhood>().WithMany().HasForeignKey(a => a.NeighbourhoodId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Asset>().WithMany().HasForeignKey(a => a.PlaceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(a => a.LeaderId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(a => a.Sessions).WithOne().HasForeignKey(s => s.ActivityId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(a => a.History).WithOne().HasForeignKey(h => h.ActivityId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ActivitySessionConfiguration : IEntityTypeConfiguration<ActivitySession>
{
    public void Configure(EntityTypeBuilder<ActivitySession> builder)
    {
        builder.HasIndex(s => new { s.ActivityId, s.HeldOn }).IsUnique();
        // Whole in the index: which activities have grown is read from two months of sessions.
        builder.HasIndex(s => new { s.HeldOn, s.ActivityId, s.HeadCount });
        builder.HasMany(s => s.Attendees).WithOne().HasForeignKey(a => a.SessionId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ActivityStatusChangeConfiguration : IEntityTypeConfiguration<ActivityStatusChange>
{
    // What rests since last month, whichever activity it is.
    public void Configure(EntityTypeBuilder<ActivityStatusChange> builder) => builder.HasIndex(c => new { c.Status, c.From, c.ActivityId });
}

internal sealed class AttendanceConfiguration : IEntityTypeConfiguration<Attendance>
{
    public void Configure(EntityTypeBuilder<Attendance> builder)
    {
        builder.HasKey(a => new { a.SessionId, a.PersonId });
        builder.HasIndex(a => a.PersonId);
        builder.HasOne<Person>().WithMany().HasForeignKey(a => a.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}
