using System.Globalization;
using AbcdConnect.Application;
using AbcdConnect.Infrastructure;
using AbcdConnect.Infrastructure.Database;
using AbcdConnect.Infrastructure.Demo;
using AbcdConnect.Infrastructure.Metrics;
using AbcdConnect.Web.Features.Access;
using AbcdConnect.Web.Features.Assets;
using AbcdConnect.Web.Features.Assets.Upkeep;
using AbcdConnect.Web.Features.Meetings.Room;
using AbcdConnect.Web.Features.OpenReferral;
using AbcdConnect.Web.Features.Reports;
using AbcdConnect.Web.Features.Shared;
using Microsoft.AspNetCore.Http.Features;

// Numbers, days and months as people here write them, whatever the machine's own language.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentCulture = UkText.Culture;

var builder = WebApplication.CreateBuilder(args);
builder.WebHost.ConfigureKestrel(kestrel =>
{
    kestrel.AddServerHeader = false;
    kestrel.Limits.MaxRequestBodySize = SizeLimit.Connection;
});

builder.Services.AddQuietLog();
if (builder.Environment.IsDevelopment() && builder.Configuration["Mail:Host"] is null)
{
    // Nobody is written to from a developer's machine: letters are files to look at.
    builder.Configuration["Mail:Folder"] ??= Path.Combine(DatabaseSettings.From(builder.Configuration).DataFolder, "letters");
}

builder.Services.AddApplication();
builder.Services.AddInfrastructure(builder.Configuration);
builder.Services.AddAbcdPages();
builder.Services.AddImportPages();
builder.Services.AddSingleton(MapSettings.From(builder.Configuration));
builder.Services.AddPageCompression();
builder.Services.AddReportPages();
builder.Services.AddSignIn(builder.Environment);
builder.Services.AddRooms();
builder.Services.AddAbcdHealth();
builder.Services.AddPublicPostLimit();
builder.Services.AddOpenData(builder.Configuration);
if (builder.Configuration.GetValue(JobsSetup.Setting, !builder.Environment.IsEnvironment("Testing")))
{
    // The jobs keep their schedule in the database, and would begin an empty one. In Development the start makes it first.
    if (builder.Environment.IsDevelopment() || DatabaseSettings.From(builder.Configuration).WhatToDo() is null)
    {
        builder.Services.AddJobs(builder.Configuration);
    }
    else
    {
        builder.Services.AddNoScheduler();
    }
}

builder.Services.AddSingleton<ProblemPages>();
builder.Services.AddScoped<SignedIn>();
builder.Services.AddHsts(hsts => hsts.MaxAge = TimeSpan.FromDays(365));
builder.Services.Configure<FormOptions>(form =>
{
    // A text of 100,000 letters is nine times as long on its way; how big the whole may be is SizeLimit's to say.
    form.ValueLengthLimit = (int)SizeLimit.Form;
    form.BufferBodyLengthLimit = SizeLimit.Form;
});

var app = builder.Build();
if (app.Environment.IsDevelopment())
{
    await app.Services.BringUpToDateAsync();
    await app.Services.LoadDemoAsync();
    app.Lifetime.ApplicationStarted.Register(() => DemoGreeting.Say(app.Urls, Console.Out));
}
else
{
    app.Services.KeepToDatabase();
}

app.UseMiddleware<SecurityHeaders>();
if (!app.Environment.IsDevelopment())
{
    app.UseHsts();
    app.UseMiddleware<HttpsOnly>();
}

app.UseBuiltFiles();
app.UseRouting();
app.UsePageCompression();
app.UseMiddleware<Failures>();
app.UseMiddleware<SizeLimit>();
app.UseCors();
app.UseRateLimiter();
app.UseAuthentication();
app.UseMiddleware<ViewerMiddleware>();
app.UseMiddleware<ChoosePasswordFirst>();
app.UseAuthorization();
app.MapAbcdHealth();
app.MapControllers();
app.MapRooms();
await app.RunAsync();

/// <summary>The web application.</summary>
public partial class Program;
