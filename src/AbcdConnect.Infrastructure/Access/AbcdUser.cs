using Microsoft.AspNetCore.Identity;

namespace AbcdConnect.Infrastructure.Access;

/// <summary>How a member proves who they are. Who they are and what they may do is the <see cref="Domain.Access.Member"/> of the same number.</summary>
public sealed class AbcdUser : IdentityUser<long>;
