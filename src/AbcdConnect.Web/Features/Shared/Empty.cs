namespace AbcdConnect.Web.Features.Shared;

/// <summary>What stands where a list would: what is not there yet, and the first thing to do about it.</summary>
public sealed record Empty(string Title, string WhatToDo, string? LinkText = null, string? LinkUrl = null);
