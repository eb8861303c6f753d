using AbcdConnect.Application;
using AbcdConnect.Infrastructure;
using AbcdConnect.Web.Features.Shared;

var builder = WebApplication.CreateBuilder(args);
builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
builder.Services.AddApplication();
builder.Services.AddInfrastructure(builder.Configuration);
builder.Services.AddAbcdPages();
builder.Services.AddAuthentication("Cookies").AddCookie("Cookies");
builder.Services.AddAuthorizationBuilder().SetFallbackPolicy(new Microsoft.AspNetCore.Authorization.AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());

var app = builder.Build();
app.UseStatusCodePagesWithReExecute("/problem/{0}");
app.UseStaticFiles();
app.UseRouting();
app.UseAuthentication();
app.UseMiddleware<ViewerMiddleware>();
app.UseAuthorization();
app.MapControllers();
app.Run();

/// <summary>The web application.</summary>
public partial class Program;
