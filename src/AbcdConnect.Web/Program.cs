using System.Globalization;
using AbcdConnect.Application;
using AbcdConnect.Infrastructure;
using AbcdConnect.Infrastructure.Database;
using AbcdConnect.Infrastructure.Demo;
using AbcdConnect.Infrastructure.Metrics;
using AbcdConnect.Web.Features.Access;
using AbcdConnect.Web.Features.Assets;
using AbcdConnect.Web.Features.Shared;

// Numbers, days and months as people here write them, whatever the machine's own language.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentCulture = UkText.Culture;

var builder = WebApplication.CreateBuilder(args);
builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
builder.Services.AddApplication();
builder.Services.AddInfrastructure(builder.Configuration);
builder.Services.AddAbcdPages();
builder.Services.AddSingleton<WaitingFiles>();
builder.Services.AddSignIn(builder.Environment);
if (builder.Configuration.GetValue(JobsSetup.Setting, !builder.Environment.IsEnvironment("Testing")))
{
    builder.Services.AddJobs(builder.Configuration);
}


var app = builder.Build();
if (app.Environment.IsDevelopment())
{
    await app.Services.BringUpToDateAsync();
    await app.Services.LoadDemoAsync();
}

app.UseStatusCodePagesWithReExecute("/problem/{0}");
app.UseStaticFiles();
app.UseRouting();
app.UseAuthentication();
app.UseMiddleware<ViewerMiddleware>();
app.UseAuthorization();
app.MapControllers();
await app.RunAsync();

/// <summary>The web application.</summary>
public partial class Program;
