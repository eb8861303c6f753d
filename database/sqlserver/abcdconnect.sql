IF OBJECT_ID(N'[__EFMigrationsHistory]') IS NULL
BEGIN
    CREATE TABLE [__EFMigrationsHistory] (
        [MigrationId] nvarchar(150) NOT NULL,
        [ProductVersion] nvarchar(32) NOT NULL,
        CONSTRAINT [PK___EFMigrationsHistory] PRIMARY KEY ([MigrationId])
    );
END;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE TABLE [AspNetUsers] (
        [Id] bigint NOT NULL IDENTITY,
        [TemporaryPasswordUntil] datetime2 NULL,
        [UserName] nvarchar(256) NULL,
        [NormalizedUserName] nvarchar(256) NULL,
        [Email] nvarchar(256) NULL,
        [NormalizedEmail] nvarchar(256) NULL,
        [EmailConfirmed] bit NOT NULL,
        [PasswordHash] nvarchar(200) NULL,
        [SecurityStamp] nvarchar(200) NULL,
        [ConcurrencyStamp] nvarchar(200) NULL,
        [PhoneNumber] nvarchar(256) NULL,
        [PhoneNumberConfirmed] bit NOT NULL,
        [TwoFactorEnabled] bit NOT NULL,
        [LockoutEnd] datetime2 NULL,
        [LockoutEnabled] bit NOT NULL,
        [AccessFailedCount] int NOT NULL,
        CONSTRAINT [PK_AspNetUsers] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE TABLE [AssetCategories] (
        [Id] bigint NOT NULL IDENTITY,
        [Kind] nvarchar(32) NOT NULL,
        [Name] nvarchar(200) NOT NULL,
        CONSTRAINT [PK_AssetCategories] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE TABLE [AuditEntries] (
        [Sequence] bigint NOT NULL,
        [At] datetime2 NOT NULL,
        [By] bigint NULL,
        [Record] nvarchar(32) NOT NULL,
        [RecordId] bigint NOT NULL,
        [What] nvarchar(16) NOT NULL,
        [Changes] nvarchar(max) NULL,
        [ChangesHash] nvarchar(64) NOT NULL,
        [PreviousHash] nvarchar(64) NOT NULL,
        [Hash] nvarchar(64) NOT NULL,
        CONSTRAINT [PK_AuditEntries] PRIMARY KEY ([Sequence])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE TABLE [AuditHeads] (
        [Id] int NOT NULL,
        [Sequence] bigint NOT NULL,
        [Hash] nvarchar(64) NOT NULL,
        CONSTRAINT [PK_AuditHeads] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE TABLE [ChangedMonths] (
        [ProgrammeId] bigint NOT NULL,
        [Month] int NOT NULL,
        [ChangedAt] datetime2 NOT NULL,
        CONSTRAINT [PK_ChangedMonths] PRIMARY KEY ([ProgrammeId], [Month])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE TABLE [GiftTerms] (
        [Id] bigint NOT NULL IDENTITY,
        [Kind] nvarchar(32) NOT NULL,
        [Group] nvarchar(200) NOT NULL,
        [Name] nvarchar(200) NOT NULL,
        [Synonyms] nvarchar(500) NULL,
        CONSTRAINT [PK_GiftTerms] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE TABLE [ImportBatches] (
        [Id] bigint NOT NULL IDENTITY,
        [ProgrammeId] bigint NOT NULL,
        [Profile] nvarchar(200) NOT NULL,
        [FileName] nvarchar(200) NOT NULL,
        [StartedBy] bigint NULL,
        [StartedAt] datetime2 NOT NULL,
        [FinishedAt] datetime2 NULL,
        [Outcome] nvarchar(32) NOT NULL,
        [Rows] int NOT NULL,
        [Added] int NOT NULL,
        [Changed] int NOT NULL,
        [Same] int NOT NULL,
        [Rejected] int NOT NULL,
        [Placed] int NOT NULL,
        [Unplaced] int NOT NULL,
        [FailedBecause] nvarchar(max) NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_ImportBatches] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE TABLE [JobRuns] (
        [Id] bigint NOT NULL IDENTITY,
        [ProgrammeId] bigint NOT NULL,
        [Job] nvarchar(200) NOT NULL,
        [StartedBy] nvarchar(200) NOT NULL,
        [StartedAt] datetime2 NOT NULL,
        [FinishedAt] datetime2 NULL,
        [Outcome] nvarchar(32) NOT NULL,
        [Progress] int NOT NULL,
        [Detail] nvarchar(max) NULL,
        [Holds] nvarchar(32) NULL,
        [HeldBy] nvarchar(200) NULL,
        [SeenAt] datetime2 NOT NULL,
        CONSTRAINT [PK_JobRuns] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE TABLE [MonthlyMetrics] (
        [Id] bigint NOT NULL IDENTITY,
        [ProgrammeId] bigint NOT NULL,
        [Month] int NOT NULL,
        [Period] nvarchar(32) NOT NULL,
        [Metric] nvarchar(32) NOT NULL,
        [Part] nvarchar(64) NOT NULL,
        [Scope] nvarchar(32) NOT NULL,
        [ScopeId] bigint NOT NULL,
        [Value] int NOT NULL,
        [CompiledAt] datetime2 NOT NULL,
        CONSTRAINT [PK_MonthlyMetrics] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE TABLE [OutcomeReports] (
        [Id] bigint NOT NULL IDENTITY,
        [ProgrammeId] bigint NOT NULL,
        [Month] int NOT NULL,
        [Edition] int NOT NULL,
        [PublishedAt] datetime2 NOT NULL,
        [PublishedBy] bigint NULL,
        [Figures] nvarchar(max) NOT NULL,
        [FiguresSha256] nvarchar(64) NOT NULL,
        [WhatMoved] nvarchar(max) NULL,
        [Pdf] varbinary(max) NULL,
        [PdfSha256] nvarchar(64) NULL,
        CONSTRAINT [PK_OutcomeReports] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE TABLE [PersonMerges] (
        [Id] bigint NOT NULL IDENTITY,
        [KeptId] bigint NOT NULL,
        [MergedId] bigint NOT NULL,
        [MergedBy] bigint NULL,
        [MergedAt] datetime2 NOT NULL,
        [Moved] nvarchar(max) NOT NULL,
        [UndoneAt] datetime2 NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_PersonMerges] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE TABLE [Postcodes] (
        [Code] nvarchar(8) NOT NULL,
        [AreaCode] nvarchar(20) NULL,
        [LsoaCode] nvarchar(20) NULL,
        [Latitude] float NOT NULL,
        [Longitude] float NOT NULL,
        CONSTRAINT [PK_Postcodes] PRIMARY KEY ([Code])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE TABLE [Programmes] (
        [Id] bigint NOT NULL IDENTITY,
        [Name] nvarchar(200) NOT NULL,
        [Commissioner] nvarchar(200) NULL,
        [StartsOn] date NOT NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_Programmes] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE TABLE [ProtectionKeys] (
        [Id] int NOT NULL IDENTITY,
        [Name] nvarchar(200) NOT NULL,
        [Xml] nvarchar(max) NOT NULL,
        CONSTRAINT [PK_ProtectionKeys] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE TABLE [SearchTokens] (
        [Token] nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Kind] tinyint NOT NULL,
        [RecordId] bigint NOT NULL,
        [ProgrammeId] bigint NOT NULL,
        CONSTRAINT [PK_SearchTokens] PRIMARY KEY ([ProgrammeId], [Kind], [Token], [RecordId])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE TABLE [AspNetUserClaims] (
        [Id] int NOT NULL IDENTITY,
        [UserId] bigint NOT NULL,
        [ClaimType] nvarchar(200) NULL,
        [ClaimValue] nvarchar(200) NULL,
        CONSTRAINT [PK_AspNetUserClaims] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_AspNetUserClaims_AspNetUsers_UserId] FOREIGN KEY ([UserId]) REFERENCES [AspNetUsers] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE TABLE [AspNetUserLogins] (
        [LoginProvider] nvarchar(128) NOT NULL,
        [ProviderKey] nvarchar(128) NOT NULL,
        [ProviderDisplayName] nvarchar(200) NULL,
        [UserId] bigint NOT NULL,
        CONSTRAINT [PK_AspNetUserLogins] PRIMARY KEY ([LoginProvider], [ProviderKey]),
        CONSTRAINT [FK_AspNetUserLogins_AspNetUsers_UserId] FOREIGN KEY ([UserId]) REFERENCES [AspNetUsers] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE TABLE [AspNetUserPasskeys] (
        [CredentialId] varbinary(1024) NOT NULL,
        [UserId] bigint NOT NULL,
        [Data] nvarchar(max) NOT NULL,
        CONSTRAINT [PK_AspNetUserPasskeys] PRIMARY KEY ([CredentialId]),
        CONSTRAINT [FK_AspNetUserPasskeys_AspNetUsers_UserId] FOREIGN KEY ([UserId]) REFERENCES [AspNetUsers] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE TABLE [AspNetUserTokens] (
        [UserId] bigint NOT NULL,
        [LoginProvider] nvarchar(128) NOT NULL,
        [Name] nvarchar(128) NOT NULL,
        [Value] nvarchar(200) NULL,
        CONSTRAINT [PK_AspNetUserTokens] PRIMARY KEY ([UserId], [LoginProvider], [Name]),
        CONSTRAINT [FK_AspNetUserTokens_AspNetUsers_UserId] FOREIGN KEY ([UserId]) REFERENCES [AspNetUsers] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE TABLE [ImportProblems] (
        [Id] bigint NOT NULL IDENTITY,
        [BatchId] bigint NOT NULL,
        [Row] int NOT NULL,
        [Column] nvarchar(200) NOT NULL,
        [Value] nvarchar(max) NOT NULL,
        [WhatToDo] nvarchar(500) NOT NULL,
        CONSTRAINT [PK_ImportProblems] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_ImportProblems_ImportBatches_BatchId] FOREIGN KEY ([BatchId]) REFERENCES [ImportBatches] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE TABLE [Agencies] (
        [Id] bigint NOT NULL IDENTITY,
        [ProgrammeId] bigint NOT NULL,
        [Name] nvarchar(200) NOT NULL,
        [Sector] nvarchar(32) NOT NULL,
        [LeftOn] date NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_Agencies] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Agencies_Programmes_ProgrammeId] FOREIGN KEY ([ProgrammeId]) REFERENCES [Programmes] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE TABLE [Neighbourhoods] (
        [Id] bigint NOT NULL IDENTITY,
        [ProgrammeId] bigint NOT NULL,
        [Name] nvarchar(200) NOT NULL,
        [Code] nvarchar(20) NOT NULL,
        [LsoaCodes] nvarchar(max) NULL,
        [Population] int NULL,
        [Boundary] nvarchar(max) NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_Neighbourhoods] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Neighbourhoods_Programmes_ProgrammeId] FOREIGN KEY ([ProgrammeId]) REFERENCES [Programmes] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE TABLE [Members] (
        [Id] bigint NOT NULL,
        [ProgrammeId] bigint NOT NULL,
        [Name] nvarchar(200) NOT NULL,
        [Email] nvarchar(200) NOT NULL,
        [Role] nvarchar(32) NOT NULL,
        [AgencyId] bigint NULL,
        [LeftOn] date NULL,
        [LockedOn] date NULL,
        [PasswordGivenAt] datetime2 NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_Members] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Members_Agencies_AgencyId] FOREIGN KEY ([AgencyId]) REFERENCES [Agencies] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Members_Programmes_ProgrammeId] FOREIGN KEY ([ProgrammeId]) REFERENCES [Programmes] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE TABLE [Assets] (
        [Id] bigint NOT NULL IDENTITY,
        [ProgrammeId] bigint NOT NULL,
        [NeighbourhoodId] bigint NULL,
        [Kind] nvarchar(32) NOT NULL,
        [CategoryId] bigint NULL,
        [Name] nvarchar(200) NOT NULL,
        [Description] nvarchar(max) NULL,
        [Address] nvarchar(500) NULL,
        [Postcode] nvarchar(20) NULL,
        [Latitude] float NULL,
        [Longitude] float NULL,
        [OpeningTimes] nvarchar(max) NULL,
        [Cost] nvarchar(500) NULL,
        [Languages] nvarchar(200) NULL,
        [Access] nvarchar(max) NULL,
        [ContactName] nvarchar(200) NULL,
        [Phone] nvarchar(200) NULL,
        [Email] nvarchar(200) NULL,
        [Website] nvarchar(500) NULL,
        [LookedAfterBy] nvarchar(200) NULL,
        [ConfirmedOn] date NULL,
        [AddedOn] date NOT NULL,
        [AddedBy] bigint NULL,
        [ClosedOn] date NULL,
        [RejectedOn] date NULL,
        [MergedInto] bigint NULL,
        [ImportBatchId] bigint NULL,
        [SourceKey] nvarchar(200) NULL,
        [SourceHash] nvarchar(64) NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_Assets] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Assets_AssetCategories_CategoryId] FOREIGN KEY ([CategoryId]) REFERENCES [AssetCategories] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Assets_ImportBatches_ImportBatchId] FOREIGN KEY ([ImportBatchId]) REFERENCES [ImportBatches] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Assets_Neighbourhoods_NeighbourhoodId] FOREIGN KEY ([NeighbourhoodId]) REFERENCES [Neighbourhoods] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Assets_Programmes_ProgrammeId] FOREIGN KEY ([ProgrammeId]) REFERENCES [Programmes] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE TABLE [People] (
        [Id] bigint NOT NULL IDENTITY,
        [ProgrammeId] bigint NOT NULL,
        [NeighbourhoodId] bigint NULL,
        [FirstName] nvarchar(200) NOT NULL,
        [LastName] nvarchar(200) NULL,
        [KnownAs] nvarchar(200) NULL,
        [Language] nvarchar(200) NULL,
        [IsConnector] bit NOT NULL,
        [Phone] nvarchar(200) NULL,
        [Email] nvarchar(200) NULL,
        [ContactPreference] nvarchar(200) NULL,
        [AddedOn] date NOT NULL,
        [AddedBy] bigint NULL,
        [MergedInto] bigint NULL,
        [AnonymisedOn] date NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_People] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_People_Neighbourhoods_NeighbourhoodId] FOREIGN KEY ([NeighbourhoodId]) REFERENCES [Neighbourhoods] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_People_People_MergedInto] FOREIGN KEY ([MergedInto]) REFERENCES [People] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_People_Programmes_ProgrammeId] FOREIGN KEY ([ProgrammeId]) REFERENCES [Programmes] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE TABLE [Targets] (
        [Id] bigint NOT NULL IDENTITY,
        [ProgrammeId] bigint NOT NULL,
        [Metric] nvarchar(32) NOT NULL,
        [NeighbourhoodId] bigint NULL,
        [Amount] decimal(12,2) NOT NULL,
        [Per] nvarchar(32) NOT NULL,
        [PerFte] decimal(12,2) NULL,
        [From] int NOT NULL,
        [To] int NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_Targets] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Targets_Neighbourhoods_NeighbourhoodId] FOREIGN KEY ([NeighbourhoodId]) REFERENCES [Neighbourhoods] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Targets_Programmes_ProgrammeId] FOREIGN KEY ([ProgrammeId]) REFERENCES [Programmes] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE TABLE [MemberNeighbourhood] (
        [MemberId] bigint NOT NULL,
        [NeighbourhoodId] bigint NOT NULL,
        CONSTRAINT [PK_MemberNeighbourhood] PRIMARY KEY ([MemberId], [NeighbourhoodId]),
        CONSTRAINT [FK_MemberNeighbourhood_Members_MemberId] FOREIGN KEY ([MemberId]) REFERENCES [Members] ([Id]) ON DELETE CASCADE,
        CONSTRAINT [FK_MemberNeighbourhood_Neighbourhoods_NeighbourhoodId] FOREIGN KEY ([NeighbourhoodId]) REFERENCES [Neighbourhoods] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE TABLE [Practitioners] (
        [Id] bigint NOT NULL IDENTITY,
        [AgencyId] bigint NOT NULL,
        [Name] nvarchar(200) NOT NULL,
        [JobTitle] nvarchar(200) NULL,
        [Email] nvarchar(200) NULL,
        [UserId] bigint NULL,
        [LeftOn] date NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_Practitioners] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Practitioners_Agencies_AgencyId] FOREIGN KEY ([AgencyId]) REFERENCES [Agencies] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Practitioners_Members_UserId] FOREIGN KEY ([UserId]) REFERENCES [Members] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE TABLE [Staffing] (
        [Id] bigint NOT NULL IDENTITY,
        [ProgrammeId] bigint NOT NULL,
        [WorkerId] bigint NOT NULL,
        [From] int NOT NULL,
        [To] int NULL,
        [Fte] decimal(12,2) NOT NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_Staffing] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Staffing_Members_WorkerId] FOREIGN KEY ([WorkerId]) REFERENCES [Members] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE TABLE [AssetHours] (
        [Id] bigint NOT NULL IDENTITY,
        [AssetId] bigint NOT NULL,
        [Day] nvarchar(32) NOT NULL,
        [Opens] time NOT NULL,
        [Closes] time NOT NULL,
        CONSTRAINT [PK_AssetHours] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_AssetHours_Assets_AssetId] FOREIGN KEY ([AssetId]) REFERENCES [Assets] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE TABLE [AssetSuggestions] (
        [Id] bigint NOT NULL IDENTITY,
        [AssetId] bigint NOT NULL,
        [SuggestedBy] bigint NOT NULL,
        [SuggestedAt] datetime2 NOT NULL,
        [Suggestion] nvarchar(max) NOT NULL,
        [SettledAt] datetime2 NULL,
        CONSTRAINT [PK_AssetSuggestions] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_AssetSuggestions_Assets_AssetId] FOREIGN KEY ([AssetId]) REFERENCES [Assets] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE TABLE [Conversations] (
        [Id] bigint NOT NULL IDENTITY,
        [SubmissionId] uniqueidentifier NOT NULL,
        [ProgrammeId] bigint NOT NULL,
        [NeighbourhoodId] bigint NULL,
        [WorkerId] bigint NULL,
        [HeldOn] date NOT NULL,
        [At] time NULL,
        [Kind] nvarchar(32) NOT NULL,
        [PlaceId] bigint NULL,
        [GroupName] nvarchar(200) NULL,
        [GroupKey] nvarchar(32) NULL,
        [Heard] nvarchar(max) NOT NULL,
        [Ideas] nvarchar(max) NULL,
        [NextStep] nvarchar(max) NULL,
        [NextStepDue] date NULL,
        [NextStepDoneOn] date NULL,
        [NextStepDroppedOn] date NULL,
        [GivenToResearch] bit NOT NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_Conversations] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Conversations_Assets_PlaceId] FOREIGN KEY ([PlaceId]) REFERENCES [Assets] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Conversations_Members_WorkerId] FOREIGN KEY ([WorkerId]) REFERENCES [Members] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Conversations_Neighbourhoods_NeighbourhoodId] FOREIGN KEY ([NeighbourhoodId]) REFERENCES [Neighbourhoods] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Conversations_Programmes_ProgrammeId] FOREIGN KEY ([ProgrammeId]) REFERENCES [Programmes] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE TABLE [Meetings] (
        [Id] bigint NOT NULL IDENTITY,
        [ProgrammeId] bigint NOT NULL,
        [NeighbourhoodId] bigint NULL,
        [Title] nvarchar(200) NOT NULL,
        [HeldOn] date NOT NULL,
        [StartsAt] time NULL,
        [LastsMinutes] int NULL,
        [PlaceId] bigint NULL,
        [Status] nvarchar(32) NOT NULL,
        [Minutes] nvarchar(max) NULL,
        [MinutesVersion] bigint NOT NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_Meetings] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Meetings_Assets_PlaceId] FOREIGN KEY ([PlaceId]) REFERENCES [Assets] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Meetings_Neighbourhoods_NeighbourhoodId] FOREIGN KEY ([NeighbourhoodId]) REFERENCES [Neighbourhoods] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Meetings_Programmes_ProgrammeId] FOREIGN KEY ([ProgrammeId]) REFERENCES [Programmes] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE TABLE [Activities] (
        [Id] bigint NOT NULL IDENTITY,
        [ProgrammeId] bigint NOT NULL,
        [NeighbourhoodId] bigint NULL,
        [Name] nvarchar(200) NOT NULL,
        [Description] nvarchar(max) NULL,
        [PlaceId] bigint NULL,
        [Frequency] nvarchar(32) NOT NULL,
        [Day] nvarchar(32) NULL,
        [StartsAt] time NULL,
        [EndsAt] time NULL,
        [LedBy] nvarchar(32) NOT NULL,
        [LeaderId] bigint NULL,
        [Status] nvarchar(32) NOT NULL,
        [AddedOn] date NOT NULL,
        [AddedBy] bigint NULL,
        [FirstSessionOn] date NULL,
        [EndedOn] date NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_Activities] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Activities_Assets_PlaceId] FOREIGN KEY ([PlaceId]) REFERENCES [Assets] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Activities_Neighbourhoods_NeighbourhoodId] FOREIGN KEY ([NeighbourhoodId]) REFERENCES [Neighbourhoods] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Activities_People_LeaderId] FOREIGN KEY ([LeaderId]) REFERENCES [People] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Activities_Programmes_ProgrammeId] FOREIGN KEY ([ProgrammeId]) REFERENCES [Programmes] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE TABLE [Connections] (
        [Id] bigint NOT NULL IDENTITY,
        [ProgrammeId] bigint NOT NULL,
        [NeighbourhoodId] bigint NULL,
        [Kind] nvarchar(32) NOT NULL,
        [FromPersonId] bigint NULL,
        [FromAssetId] bigint NULL,
        [ToPersonId] bigint NULL,
        [ToAssetId] bigint NULL,
        [Tie] nvarchar(200) NULL,
        [Origin] nvarchar(32) NOT NULL,
        [BeganOn] date NOT NULL,
        [EndedOn] date NULL,
        [RecordedBy] bigint NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_Connections] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Connections_Assets_FromAssetId] FOREIGN KEY ([FromAssetId]) REFERENCES [Assets] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Connections_Assets_ToAssetId] FOREIGN KEY ([ToAssetId]) REFERENCES [Assets] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Connections_Neighbourhoods_NeighbourhoodId] FOREIGN KEY ([NeighbourhoodId]) REFERENCES [Neighbourhoods] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Connections_People_FromPersonId] FOREIGN KEY ([FromPersonId]) REFERENCES [People] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Connections_People_ToPersonId] FOREIGN KEY ([ToPersonId]) REFERENCES [People] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Connections_Programmes_ProgrammeId] FOREIGN KEY ([ProgrammeId]) REFERENCES [Programmes] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE TABLE [Consents] (
        [Id] bigint NOT NULL IDENTITY,
        [PersonId] bigint NOT NULL,
        [Use] nvarchar(32) NOT NULL,
        [AgencyId] bigint NULL,
        [GivenOn] date NOT NULL,
        [How] nvarchar(32) NOT NULL,
        [ExpiresOn] date NULL,
        [WithdrawnOn] date NULL,
        [RecordedBy] bigint NULL,
        CONSTRAINT [PK_Consents] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Consents_Agencies_AgencyId] FOREIGN KEY ([AgencyId]) REFERENCES [Agencies] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Consents_People_PersonId] FOREIGN KEY ([PersonId]) REFERENCES [People] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE TABLE [DataProtectionRequests] (
        [Id] bigint NOT NULL IDENTITY,
        [ProgrammeId] bigint NOT NULL,
        [PersonId] bigint NOT NULL,
        [Right] nvarchar(32) NOT NULL,
        [AskedOn] date NOT NULL,
        [WrittenBy] bigint NULL,
        [SettledOn] date NULL,
        [SettledBy] bigint NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_DataProtectionRequests] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_DataProtectionRequests_People_PersonId] FOREIGN KEY ([PersonId]) REFERENCES [People] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE TABLE [Stories] (
        [Id] bigint NOT NULL IDENTITY,
        [ProgrammeId] bigint NOT NULL,
        [NeighbourhoodId] bigint NULL,
        [PersonId] bigint NULL,
        [Title] nvarchar(200) NOT NULL,
        [Words] nvarchar(max) NOT NULL,
        [Language] nvarchar(35) NOT NULL,
        [ToldOn] date NOT NULL,
        [Outcome] nvarchar(200) NULL,
        [ConsentUntil] date NULL,
        [WithdrawnOn] date NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_Stories] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Stories_People_PersonId] FOREIGN KEY ([PersonId]) REFERENCES [People] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE TABLE [ConversationPeople] (
        [ConversationId] bigint NOT NULL,
        [PersonId] bigint NOT NULL,
        [HeldOn] date NOT NULL,
        CONSTRAINT [PK_ConversationPeople] PRIMARY KEY ([ConversationId], [PersonId]),
        CONSTRAINT [FK_ConversationPeople_Conversations_ConversationId] FOREIGN KEY ([ConversationId]) REFERENCES [Conversations] ([Id]) ON DELETE CASCADE,
        CONSTRAINT [FK_ConversationPeople_People_PersonId] FOREIGN KEY ([PersonId]) REFERENCES [People] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE TABLE [Gifts] (
        [Id] bigint NOT NULL IDENTITY,
        [ProgrammeId] bigint NOT NULL,
        [PersonId] bigint NULL,
        [ConversationId] bigint NULL,
        [Direction] nvarchar(32) NOT NULL,
        [Kind] nvarchar(32) NOT NULL,
        [TermId] bigint NULL,
        [Words] nvarchar(500) NOT NULL,
        [HeardOn] date NOT NULL,
        CONSTRAINT [PK_Gifts] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Gifts_Conversations_ConversationId] FOREIGN KEY ([ConversationId]) REFERENCES [Conversations] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Gifts_GiftTerms_TermId] FOREIGN KEY ([TermId]) REFERENCES [GiftTerms] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Gifts_People_PersonId] FOREIGN KEY ([PersonId]) REFERENCES [People] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE TABLE [AgendaItem] (
        [Id] bigint NOT NULL IDENTITY,
        [MeetingId] bigint NOT NULL,
        [Position] int NOT NULL,
        [Title] nvarchar(200) NOT NULL,
        [Minutes] int NOT NULL,
        [Note] nvarchar(max) NULL,
        [Edition] bigint NOT NULL,
        CONSTRAINT [PK_AgendaItem] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_AgendaItem_Meetings_MeetingId] FOREIGN KEY ([MeetingId]) REFERENCES [Meetings] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE TABLE [Decision] (
        [Id] bigint NOT NULL IDENTITY,
        [MeetingId] bigint NOT NULL,
        [Text] nvarchar(max) NOT NULL,
        CONSTRAINT [PK_Decision] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Decision_Meetings_MeetingId] FOREIGN KEY ([MeetingId]) REFERENCES [Meetings] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE TABLE [MeetingActions] (
        [Id] bigint NOT NULL IDENTITY,
        [ProgrammeId] bigint NOT NULL,
        [MeetingId] bigint NOT NULL,
        [Text] nvarchar(max) NOT NULL,
        [AgencyId] bigint NULL,
        [OwnerId] bigint NULL,
        [DueOn] date NULL,
        [DoneOn] date NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_MeetingActions] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_MeetingActions_Agencies_AgencyId] FOREIGN KEY ([AgencyId]) REFERENCES [Agencies] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_MeetingActions_Meetings_MeetingId] FOREIGN KEY ([MeetingId]) REFERENCES [Meetings] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_MeetingActions_Practitioners_OwnerId] FOREIGN KEY ([OwnerId]) REFERENCES [Practitioners] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE TABLE [MeetingAttendances] (
        [MeetingId] bigint NOT NULL,
        [PractitionerId] bigint NOT NULL,
        [AgencyId] bigint NOT NULL,
        [Status] nvarchar(32) NOT NULL,
        CONSTRAINT [PK_MeetingAttendances] PRIMARY KEY ([MeetingId], [PractitionerId]),
        CONSTRAINT [FK_MeetingAttendances_Agencies_AgencyId] FOREIGN KEY ([AgencyId]) REFERENCES [Agencies] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_MeetingAttendances_Meetings_MeetingId] FOREIGN KEY ([MeetingId]) REFERENCES [Meetings] ([Id]) ON DELETE CASCADE,
        CONSTRAINT [FK_MeetingAttendances_Practitioners_PractitionerId] FOREIGN KEY ([PractitionerId]) REFERENCES [Practitioners] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE TABLE [ActivitySessions] (
        [Id] bigint NOT NULL IDENTITY,
        [ActivityId] bigint NOT NULL,
        [HeldOn] date NOT NULL,
        [HeadCount] int NULL,
        CONSTRAINT [PK_ActivitySessions] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_ActivitySessions_Activities_ActivityId] FOREIGN KEY ([ActivityId]) REFERENCES [Activities] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE TABLE [ActivityStatusChanges] (
        [Id] bigint NOT NULL IDENTITY,
        [ActivityId] bigint NOT NULL,
        [Status] nvarchar(32) NOT NULL,
        [LedBy] nvarchar(32) NOT NULL,
        [From] date NOT NULL,
        CONSTRAINT [PK_ActivityStatusChanges] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_ActivityStatusChanges_Activities_ActivityId] FOREIGN KEY ([ActivityId]) REFERENCES [Activities] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE TABLE [Signposts] (
        [Id] bigint NOT NULL IDENTITY,
        [SubmissionId] uniqueidentifier NOT NULL,
        [ProgrammeId] bigint NOT NULL,
        [NeighbourhoodId] bigint NULL,
        [PersonId] bigint NULL,
        [AssetId] bigint NULL,
        [ActivityId] bigint NULL,
        [ConversationId] bigint NULL,
        [WorkerId] bigint NULL,
        [GivenOn] date NOT NULL,
        [Why] nvarchar(max) NULL,
        [State] nvarchar(32) NOT NULL,
        [ContactedOn] date NULL,
        [AttendedOn] date NULL,
        [StillGoingOn] date NULL,
        [DidNotGoOn] date NULL,
        [Reason] nvarchar(32) NULL,
        [ReasonWords] nvarchar(500) NULL,
        [FollowUpDue] date NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_Signposts] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Signposts_Activities_ActivityId] FOREIGN KEY ([ActivityId]) REFERENCES [Activities] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Signposts_Assets_AssetId] FOREIGN KEY ([AssetId]) REFERENCES [Assets] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Signposts_Conversations_ConversationId] FOREIGN KEY ([ConversationId]) REFERENCES [Conversations] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Signposts_Members_WorkerId] FOREIGN KEY ([WorkerId]) REFERENCES [Members] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Signposts_Neighbourhoods_NeighbourhoodId] FOREIGN KEY ([NeighbourhoodId]) REFERENCES [Neighbourhoods] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Signposts_People_PersonId] FOREIGN KEY ([PersonId]) REFERENCES [People] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Signposts_Programmes_ProgrammeId] FOREIGN KEY ([ProgrammeId]) REFERENCES [Programmes] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE TABLE [Introductions] (
        [Id] bigint NOT NULL IDENTITY,
        [ProgrammeId] bigint NOT NULL,
        [NeighbourhoodId] bigint NULL,
        [PersonId] bigint NOT NULL,
        [ToPersonId] bigint NULL,
        [ToAssetId] bigint NULL,
        [WorkerId] bigint NULL,
        [On] date NOT NULL,
        [Why] nvarchar(max) NULL,
        [Outcome] nvarchar(32) NOT NULL,
        [ConnectionId] bigint NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_Introductions] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Introductions_Assets_ToAssetId] FOREIGN KEY ([ToAssetId]) REFERENCES [Assets] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Introductions_Connections_ConnectionId] FOREIGN KEY ([ConnectionId]) REFERENCES [Connections] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Introductions_People_PersonId] FOREIGN KEY ([PersonId]) REFERENCES [People] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Introductions_People_ToPersonId] FOREIGN KEY ([ToPersonId]) REFERENCES [People] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE TABLE [Attendances] (
        [SessionId] bigint NOT NULL,
        [PersonId] bigint NOT NULL,
        CONSTRAINT [PK_Attendances] PRIMARY KEY ([SessionId], [PersonId]),
        CONSTRAINT [FK_Attendances_ActivitySessions_SessionId] FOREIGN KEY ([SessionId]) REFERENCES [ActivitySessions] ([Id]) ON DELETE CASCADE,
        CONSTRAINT [FK_Attendances_People_PersonId] FOREIGN KEY ([PersonId]) REFERENCES [People] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE INDEX [IX_Activities_LeaderId] ON [Activities] ([LeaderId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE INDEX [IX_Activities_NeighbourhoodId_Name_Id] ON [Activities] ([NeighbourhoodId], [Name], [Id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE INDEX [IX_Activities_PlaceId] ON [Activities] ([PlaceId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE INDEX [IX_Activities_ProgrammeId_FirstSessionOn] ON [Activities] ([ProgrammeId], [FirstSessionOn]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE INDEX [IX_Activities_ProgrammeId_Name_Id] ON [Activities] ([ProgrammeId], [Name], [Id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE INDEX [IX_Activities_ProgrammeId_Status_Name_Id] ON [Activities] ([ProgrammeId], [Status], [Name], [Id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_ActivitySessions_ActivityId_HeldOn] ON [ActivitySessions] ([ActivityId], [HeldOn]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE INDEX [IX_ActivityStatusChanges_ActivityId] ON [ActivityStatusChanges] ([ActivityId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE INDEX [IX_Agencies_ProgrammeId_Name] ON [Agencies] ([ProgrammeId], [Name]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE INDEX [IX_Agencies_ProgrammeId_Sector_Name] ON [Agencies] ([ProgrammeId], [Sector], [Name]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE INDEX [IX_AgendaItem_MeetingId] ON [AgendaItem] ([MeetingId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE INDEX [IX_AspNetUserClaims_UserId] ON [AspNetUserClaims] ([UserId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE INDEX [IX_AspNetUserLogins_UserId] ON [AspNetUserLogins] ([UserId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE INDEX [IX_AspNetUserPasskeys_UserId] ON [AspNetUserPasskeys] ([UserId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE INDEX [EmailIndex] ON [AspNetUsers] ([NormalizedEmail]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [UserNameIndex] ON [AspNetUsers] ([NormalizedUserName]) WHERE [NormalizedUserName] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_AssetCategories_Kind_Name] ON [AssetCategories] ([Kind], [Name]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE INDEX [IX_AssetHours_AssetId_Day] ON [AssetHours] ([AssetId], [Day]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE INDEX [IX_Assets_CategoryId_Name_Id] ON [Assets] ([CategoryId], [Name], [Id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE INDEX [IX_Assets_ImportBatchId] ON [Assets] ([ImportBatchId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE INDEX [IX_Assets_NeighbourhoodId_Name_Id] ON [Assets] ([NeighbourhoodId], [Name], [Id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE INDEX [IX_Assets_ProgrammeId_AddedOn_Id] ON [Assets] ([ProgrammeId], [AddedOn], [Id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE INDEX [IX_Assets_ProgrammeId_ConfirmedOn_Id] ON [Assets] ([ProgrammeId], [ConfirmedOn], [Id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE INDEX [IX_Assets_ProgrammeId_Kind_Name_Id] ON [Assets] ([ProgrammeId], [Kind], [Name], [Id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE INDEX [IX_Assets_ProgrammeId_Name_Id] ON [Assets] ([ProgrammeId], [Name], [Id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE INDEX [IX_Assets_ProgrammeId_Postcode] ON [Assets] ([ProgrammeId], [Postcode]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_Assets_ProgrammeId_SourceKey] ON [Assets] ([ProgrammeId], [SourceKey]) WHERE [SourceKey] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE INDEX [IX_AssetSuggestions_AssetId_SettledAt] ON [AssetSuggestions] ([AssetId], [SettledAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE INDEX [IX_Attendances_PersonId] ON [Attendances] ([PersonId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE INDEX [IX_AuditEntries_At_Sequence] ON [AuditEntries] ([At], [Sequence]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE INDEX [IX_AuditEntries_By_At_Sequence] ON [AuditEntries] ([By], [At], [Sequence]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE INDEX [IX_AuditEntries_Record_At_Sequence] ON [AuditEntries] ([Record], [At], [Sequence]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE INDEX [IX_AuditEntries_Record_RecordId_At_Sequence] ON [AuditEntries] ([Record], [RecordId], [At], [Sequence]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE INDEX [IX_Connections_FromAssetId] ON [Connections] ([FromAssetId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE INDEX [IX_Connections_FromPersonId] ON [Connections] ([FromPersonId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE INDEX [IX_Connections_NeighbourhoodId_BeganOn_Id] ON [Connections] ([NeighbourhoodId], [BeganOn], [Id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE INDEX [IX_Connections_ProgrammeId_BeganOn_Id] ON [Connections] ([ProgrammeId], [BeganOn], [Id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE INDEX [IX_Connections_ToAssetId] ON [Connections] ([ToAssetId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE INDEX [IX_Connections_ToPersonId] ON [Connections] ([ToPersonId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE INDEX [IX_Consents_AgencyId_Use_PersonId] ON [Consents] ([AgencyId], [Use], [PersonId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE INDEX [IX_Consents_PersonId_Use] ON [Consents] ([PersonId], [Use]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE INDEX [IX_ConversationPeople_PersonId_HeldOn_ConversationId] ON [ConversationPeople] ([PersonId], [HeldOn], [ConversationId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE INDEX [IX_Conversations_NeighbourhoodId_HeldOn_Id] ON [Conversations] ([NeighbourhoodId], [HeldOn], [Id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE INDEX [IX_Conversations_PlaceId] ON [Conversations] ([PlaceId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE INDEX [IX_Conversations_ProgrammeId_GivenToResearch_HeldOn_Id] ON [Conversations] ([ProgrammeId], [GivenToResearch], [HeldOn], [Id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE INDEX [IX_Conversations_ProgrammeId_GroupKey_HeldOn] ON [Conversations] ([ProgrammeId], [GroupKey], [HeldOn]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE INDEX [IX_Conversations_ProgrammeId_HeldOn_Id] ON [Conversations] ([ProgrammeId], [HeldOn], [Id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE INDEX [IX_Conversations_ProgrammeId_Kind_HeldOn_Id] ON [Conversations] ([ProgrammeId], [Kind], [HeldOn], [Id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Conversations_SubmissionId] ON [Conversations] ([SubmissionId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE INDEX [IX_Conversations_WorkerId_HeldOn_Id] ON [Conversations] ([WorkerId], [HeldOn], [Id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE INDEX [IX_Conversations_WorkerId_NextStepDoneOn_NextStepDue] ON [Conversations] ([WorkerId], [NextStepDoneOn], [NextStepDue]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE INDEX [IX_DataProtectionRequests_PersonId] ON [DataProtectionRequests] ([PersonId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE INDEX [IX_DataProtectionRequests_ProgrammeId_SettledOn_AskedOn] ON [DataProtectionRequests] ([ProgrammeId], [SettledOn], [AskedOn]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE INDEX [IX_Decision_MeetingId] ON [Decision] ([MeetingId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE INDEX [IX_Gifts_ConversationId] ON [Gifts] ([ConversationId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE INDEX [IX_Gifts_PersonId_HeardOn] ON [Gifts] ([PersonId], [HeardOn]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE INDEX [IX_Gifts_ProgrammeId_HeardOn_Id] ON [Gifts] ([ProgrammeId], [HeardOn], [Id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE INDEX [IX_Gifts_ProgrammeId_Kind_HeardOn_Id] ON [Gifts] ([ProgrammeId], [Kind], [HeardOn], [Id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE INDEX [IX_Gifts_TermId_Direction_PersonId] ON [Gifts] ([TermId], [Direction], [PersonId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_GiftTerms_Kind_Name] ON [GiftTerms] ([Kind], [Name]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE INDEX [IX_ImportBatches_ProgrammeId_StartedAt] ON [ImportBatches] ([ProgrammeId], [StartedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE INDEX [IX_ImportProblems_BatchId] ON [ImportProblems] ([BatchId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE INDEX [IX_Introductions_ConnectionId] ON [Introductions] ([ConnectionId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE INDEX [IX_Introductions_NeighbourhoodId_On_Id] ON [Introductions] ([NeighbourhoodId], [On], [Id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE INDEX [IX_Introductions_PersonId_ToPersonId] ON [Introductions] ([PersonId], [ToPersonId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE INDEX [IX_Introductions_ProgrammeId_On_Id] ON [Introductions] ([ProgrammeId], [On], [Id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE INDEX [IX_Introductions_ToAssetId] ON [Introductions] ([ToAssetId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE INDEX [IX_Introductions_ToPersonId] ON [Introductions] ([ToPersonId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_JobRuns_ProgrammeId_Holds] ON [JobRuns] ([ProgrammeId], [Holds]) WHERE [Holds] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE INDEX [IX_JobRuns_ProgrammeId_StartedAt] ON [JobRuns] ([ProgrammeId], [StartedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE INDEX [IX_MeetingActions_AgencyId_DoneOn_DueOn] ON [MeetingActions] ([AgencyId], [DoneOn], [DueOn]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE INDEX [IX_MeetingActions_MeetingId] ON [MeetingActions] ([MeetingId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE INDEX [IX_MeetingActions_OwnerId_DoneOn_DueOn] ON [MeetingActions] ([OwnerId], [DoneOn], [DueOn]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE INDEX [IX_MeetingActions_ProgrammeId_DoneOn_DueOn] ON [MeetingActions] ([ProgrammeId], [DoneOn], [DueOn]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE INDEX [IX_MeetingAttendances_AgencyId_MeetingId] ON [MeetingAttendances] ([AgencyId], [MeetingId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE INDEX [IX_MeetingAttendances_PractitionerId] ON [MeetingAttendances] ([PractitionerId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE INDEX [IX_Meetings_NeighbourhoodId] ON [Meetings] ([NeighbourhoodId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE INDEX [IX_Meetings_PlaceId] ON [Meetings] ([PlaceId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE INDEX [IX_Meetings_ProgrammeId_HeldOn_Id] ON [Meetings] ([ProgrammeId], [HeldOn], [Id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE INDEX [IX_Meetings_ProgrammeId_NeighbourhoodId_HeldOn] ON [Meetings] ([ProgrammeId], [NeighbourhoodId], [HeldOn]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE INDEX [IX_MemberNeighbourhood_NeighbourhoodId] ON [MemberNeighbourhood] ([NeighbourhoodId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE INDEX [IX_Members_AgencyId] ON [Members] ([AgencyId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE INDEX [IX_Members_ProgrammeId_Email_Id] ON [Members] ([ProgrammeId], [Email], [Id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE INDEX [IX_Members_ProgrammeId_Name_Id] ON [Members] ([ProgrammeId], [Name], [Id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE INDEX [IX_Members_ProgrammeId_Role_Name_Id] ON [Members] ([ProgrammeId], [Role], [Name], [Id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_MonthlyMetrics_ProgrammeId_Month_Period_Scope_ScopeId_Metric_Part] ON [MonthlyMetrics] ([ProgrammeId], [Month], [Period], [Scope], [ScopeId], [Metric], [Part]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Neighbourhoods_ProgrammeId_Code] ON [Neighbourhoods] ([ProgrammeId], [Code]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_OutcomeReports_ProgrammeId_Month_Edition] ON [OutcomeReports] ([ProgrammeId], [Month], [Edition]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE INDEX [IX_People_MergedInto] ON [People] ([MergedInto]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE INDEX [IX_People_NeighbourhoodId_AddedOn_Id] ON [People] ([NeighbourhoodId], [AddedOn], [Id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE INDEX [IX_People_NeighbourhoodId_FirstName_Id] ON [People] ([NeighbourhoodId], [FirstName], [Id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE INDEX [IX_People_ProgrammeId_AddedOn_Id] ON [People] ([ProgrammeId], [AddedOn], [Id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE INDEX [IX_People_ProgrammeId_FirstName_Id] ON [People] ([ProgrammeId], [FirstName], [Id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE INDEX [IX_People_ProgrammeId_IsConnector_FirstName_Id] ON [People] ([ProgrammeId], [IsConnector], [FirstName], [Id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE INDEX [IX_PersonMerges_KeptId] ON [PersonMerges] ([KeptId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE INDEX [IX_PersonMerges_MergedId] ON [PersonMerges] ([MergedId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE INDEX [IX_Practitioners_AgencyId_Name] ON [Practitioners] ([AgencyId], [Name]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE INDEX [IX_Practitioners_UserId] ON [Practitioners] ([UserId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_ProtectionKeys_Name] ON [ProtectionKeys] ([Name]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE INDEX [IX_SearchTokens_Kind_RecordId_Token] ON [SearchTokens] ([Kind], [RecordId], [Token]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE INDEX [IX_Signposts_ActivityId_GivenOn] ON [Signposts] ([ActivityId], [GivenOn]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE INDEX [IX_Signposts_AssetId_GivenOn] ON [Signposts] ([AssetId], [GivenOn]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE INDEX [IX_Signposts_ConversationId] ON [Signposts] ([ConversationId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE INDEX [IX_Signposts_NeighbourhoodId_GivenOn_Id] ON [Signposts] ([NeighbourhoodId], [GivenOn], [Id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE INDEX [IX_Signposts_PersonId_GivenOn] ON [Signposts] ([PersonId], [GivenOn]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE INDEX [IX_Signposts_ProgrammeId_FollowUpDue_Id] ON [Signposts] ([ProgrammeId], [FollowUpDue], [Id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE INDEX [IX_Signposts_ProgrammeId_GivenOn_Id] ON [Signposts] ([ProgrammeId], [GivenOn], [Id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE INDEX [IX_Signposts_ProgrammeId_State_GivenOn_Id] ON [Signposts] ([ProgrammeId], [State], [GivenOn], [Id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Signposts_SubmissionId] ON [Signposts] ([SubmissionId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE INDEX [IX_Signposts_WorkerId_FollowUpDue] ON [Signposts] ([WorkerId], [FollowUpDue]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE INDEX [IX_Signposts_WorkerId_GivenOn_Id] ON [Signposts] ([WorkerId], [GivenOn], [Id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE INDEX [IX_Staffing_ProgrammeId_From] ON [Staffing] ([ProgrammeId], [From]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE INDEX [IX_Staffing_WorkerId] ON [Staffing] ([WorkerId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE INDEX [IX_Stories_NeighbourhoodId_ToldOn] ON [Stories] ([NeighbourhoodId], [ToldOn]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE INDEX [IX_Stories_PersonId] ON [Stories] ([PersonId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE INDEX [IX_Stories_ProgrammeId_ToldOn] ON [Stories] ([ProgrammeId], [ToldOn]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE INDEX [IX_Targets_NeighbourhoodId] ON [Targets] ([NeighbourhoodId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    CREATE INDEX [IX_Targets_ProgrammeId_Metric] ON [Targets] ([ProgrammeId], [Metric]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122043733_Initial'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261122043733_Initial', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122052245_ListsOfAWorker'
)
BEGIN
    DROP INDEX [IX_Signposts_NeighbourhoodId_GivenOn_Id] ON [Signposts];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122052245_ListsOfAWorker'
)
BEGIN
    DROP INDEX [IX_Signposts_ProgrammeId_GivenOn_Id] ON [Signposts];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122052245_ListsOfAWorker'
)
BEGIN
    DROP INDEX [IX_Signposts_ProgrammeId_State_GivenOn_Id] ON [Signposts];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122052245_ListsOfAWorker'
)
BEGIN
    DROP INDEX [IX_People_NeighbourhoodId_AddedOn_Id] ON [People];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122052245_ListsOfAWorker'
)
BEGIN
    DROP INDEX [IX_People_NeighbourhoodId_FirstName_Id] ON [People];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122052245_ListsOfAWorker'
)
BEGIN
    DROP INDEX [IX_People_ProgrammeId_AddedOn_Id] ON [People];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122052245_ListsOfAWorker'
)
BEGIN
    DROP INDEX [IX_People_ProgrammeId_FirstName_Id] ON [People];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122052245_ListsOfAWorker'
)
BEGIN
    DROP INDEX [IX_Introductions_NeighbourhoodId_On_Id] ON [Introductions];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122052245_ListsOfAWorker'
)
BEGIN
    DROP INDEX [IX_Introductions_ProgrammeId_On_Id] ON [Introductions];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122052245_ListsOfAWorker'
)
BEGIN
    DROP INDEX [IX_Conversations_NeighbourhoodId_HeldOn_Id] ON [Conversations];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122052245_ListsOfAWorker'
)
BEGIN
    DROP INDEX [IX_Conversations_ProgrammeId_HeldOn_Id] ON [Conversations];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122052245_ListsOfAWorker'
)
BEGIN
    DROP INDEX [IX_Conversations_ProgrammeId_Kind_HeldOn_Id] ON [Conversations];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122052245_ListsOfAWorker'
)
BEGIN
    DROP INDEX [IX_Connections_NeighbourhoodId_BeganOn_Id] ON [Connections];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122052245_ListsOfAWorker'
)
BEGIN
    DROP INDEX [IX_Connections_ProgrammeId_BeganOn_Id] ON [Connections];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122052245_ListsOfAWorker'
)
BEGIN
    DROP INDEX [IX_Assets_NeighbourhoodId_Name_Id] ON [Assets];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122052245_ListsOfAWorker'
)
BEGIN
    DROP INDEX [IX_Assets_ProgrammeId_Kind_Name_Id] ON [Assets];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122052245_ListsOfAWorker'
)
BEGIN
    DROP INDEX [IX_Assets_ProgrammeId_Name_Id] ON [Assets];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122052245_ListsOfAWorker'
)
BEGIN
    CREATE INDEX [IX_Signposts_NeighbourhoodId] ON [Signposts] ([NeighbourhoodId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122052245_ListsOfAWorker'
)
BEGIN
    CREATE INDEX [IX_Signposts_ProgrammeId_GivenOn_Id_NeighbourhoodId_WorkerId_State] ON [Signposts] ([ProgrammeId], [GivenOn], [Id], [NeighbourhoodId], [WorkerId], [State]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122052245_ListsOfAWorker'
)
BEGIN
    CREATE INDEX [IX_Signposts_ProgrammeId_NeighbourhoodId_GivenOn_Id] ON [Signposts] ([ProgrammeId], [NeighbourhoodId], [GivenOn], [Id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122052245_ListsOfAWorker'
)
BEGIN
    CREATE INDEX [IX_Signposts_ProgrammeId_State_GivenOn_Id_NeighbourhoodId_WorkerId] ON [Signposts] ([ProgrammeId], [State], [GivenOn], [Id], [NeighbourhoodId], [WorkerId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122052245_ListsOfAWorker'
)
BEGIN
    CREATE INDEX [IX_People_NeighbourhoodId] ON [People] ([NeighbourhoodId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122052245_ListsOfAWorker'
)
BEGIN
    CREATE INDEX [IX_People_ProgrammeId_AddedOn_Id_NeighbourhoodId_AddedBy_MergedInto_AnonymisedOn] ON [People] ([ProgrammeId], [AddedOn], [Id], [NeighbourhoodId], [AddedBy], [MergedInto], [AnonymisedOn]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122052245_ListsOfAWorker'
)
BEGIN
    CREATE INDEX [IX_People_ProgrammeId_FirstName_Id_NeighbourhoodId_AddedBy_MergedInto_AnonymisedOn] ON [People] ([ProgrammeId], [FirstName], [Id], [NeighbourhoodId], [AddedBy], [MergedInto], [AnonymisedOn]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122052245_ListsOfAWorker'
)
BEGIN
    CREATE INDEX [IX_People_ProgrammeId_NeighbourhoodId_AddedOn_Id] ON [People] ([ProgrammeId], [NeighbourhoodId], [AddedOn], [Id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122052245_ListsOfAWorker'
)
BEGIN
    CREATE INDEX [IX_People_ProgrammeId_NeighbourhoodId_FirstName_Id] ON [People] ([ProgrammeId], [NeighbourhoodId], [FirstName], [Id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122052245_ListsOfAWorker'
)
BEGIN
    CREATE INDEX [IX_Introductions_ProgrammeId_NeighbourhoodId_On_Id] ON [Introductions] ([ProgrammeId], [NeighbourhoodId], [On], [Id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122052245_ListsOfAWorker'
)
BEGIN
    CREATE INDEX [IX_Introductions_ProgrammeId_On_Id_NeighbourhoodId_WorkerId] ON [Introductions] ([ProgrammeId], [On], [Id], [NeighbourhoodId], [WorkerId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122052245_ListsOfAWorker'
)
BEGIN
    CREATE INDEX [IX_Conversations_NeighbourhoodId] ON [Conversations] ([NeighbourhoodId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122052245_ListsOfAWorker'
)
BEGIN
    CREATE INDEX [IX_Conversations_ProgrammeId_HeldOn_Id_NeighbourhoodId_WorkerId] ON [Conversations] ([ProgrammeId], [HeldOn], [Id], [NeighbourhoodId], [WorkerId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122052245_ListsOfAWorker'
)
BEGIN
    CREATE INDEX [IX_Conversations_ProgrammeId_Kind_HeldOn_Id_NeighbourhoodId_WorkerId] ON [Conversations] ([ProgrammeId], [Kind], [HeldOn], [Id], [NeighbourhoodId], [WorkerId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122052245_ListsOfAWorker'
)
BEGIN
    CREATE INDEX [IX_Conversations_ProgrammeId_NeighbourhoodId_HeldOn_Id] ON [Conversations] ([ProgrammeId], [NeighbourhoodId], [HeldOn], [Id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122052245_ListsOfAWorker'
)
BEGIN
    CREATE INDEX [IX_Connections_NeighbourhoodId] ON [Connections] ([NeighbourhoodId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122052245_ListsOfAWorker'
)
BEGIN
    CREATE INDEX [IX_Connections_ProgrammeId_BeganOn_Id_NeighbourhoodId_RecordedBy] ON [Connections] ([ProgrammeId], [BeganOn], [Id], [NeighbourhoodId], [RecordedBy]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122052245_ListsOfAWorker'
)
BEGIN
    CREATE INDEX [IX_Connections_ProgrammeId_NeighbourhoodId_BeganOn_Id] ON [Connections] ([ProgrammeId], [NeighbourhoodId], [BeganOn], [Id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122052245_ListsOfAWorker'
)
BEGIN
    CREATE INDEX [IX_Assets_NeighbourhoodId] ON [Assets] ([NeighbourhoodId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122052245_ListsOfAWorker'
)
BEGIN
    CREATE INDEX [IX_Assets_ProgrammeId_Kind_Name_Id_MergedInto_RejectedOn_ClosedOn] ON [Assets] ([ProgrammeId], [Kind], [Name], [Id], [MergedInto], [RejectedOn], [ClosedOn]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122052245_ListsOfAWorker'
)
BEGIN
    CREATE INDEX [IX_Assets_ProgrammeId_Name_Id_MergedInto_RejectedOn_ClosedOn] ON [Assets] ([ProgrammeId], [Name], [Id], [MergedInto], [RejectedOn], [ClosedOn]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122052245_ListsOfAWorker'
)
BEGIN
    CREATE INDEX [IX_Assets_ProgrammeId_NeighbourhoodId_Name_Id] ON [Assets] ([ProgrammeId], [NeighbourhoodId], [Name], [Id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122052245_ListsOfAWorker'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261122052245_ListsOfAWorker', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    DROP TABLE [SearchTokens];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    DROP INDEX [IX_Signposts_ActivityId_GivenOn] ON [Signposts];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    DROP INDEX [IX_Signposts_AssetId_GivenOn] ON [Signposts];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    DROP INDEX [IX_Signposts_WorkerId_FollowUpDue] ON [Signposts];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    DROP INDEX [IX_Gifts_ProgrammeId_HeardOn_Id] ON [Gifts];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    DROP INDEX [IX_Conversations_WorkerId_NextStepDoneOn_NextStepDue] ON [Conversations];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    DROP INDEX [IX_AuditEntries_Record_At_Sequence] ON [AuditEntries];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    DROP INDEX [IX_Assets_ProgrammeId_Name_Id_MergedInto_RejectedOn_ClosedOn] ON [Assets];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    ALTER TABLE [Targets] ADD [ChangedAt] datetime2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    ALTER TABLE [Targets] ADD [ChangedBy] bigint NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    ALTER TABLE [Stories] ADD [ChangedAt] datetime2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    ALTER TABLE [Stories] ADD [ChangedBy] bigint NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    ALTER TABLE [Staffing] ADD [ChangedAt] datetime2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    ALTER TABLE [Staffing] ADD [ChangedBy] bigint NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    ALTER TABLE [Signposts] ADD [ByAttendance] bit NOT NULL DEFAULT CAST(0 AS bit);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    ALTER TABLE [Signposts] ADD [ChangedAt] datetime2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    ALTER TABLE [Signposts] ADD [ChangedBy] bigint NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    ALTER TABLE [Signposts] ADD [PassedOnBy] bigint NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    ALTER TABLE [Signposts] ADD [PassedOnFrom] bigint NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    ALTER TABLE [Signposts] ADD [StoodBefore] nvarchar(max) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    ALTER TABLE [Programmes] ADD [ChangedAt] datetime2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    ALTER TABLE [Programmes] ADD [ChangedBy] bigint NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    ALTER TABLE [Programmes] ADD [DaysListLength] int NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    ALTER TABLE [Programmes] ADD [KeepInTouchWeeks] int NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    ALTER TABLE [Programmes] ADD [OpenKey] uniqueidentifier NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    ALTER TABLE [Programmes] ADD [PhonesKeepNothing] bit NOT NULL DEFAULT CAST(0 AS bit);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    ALTER TABLE [Programmes] ADD [SharesOpenly] bit NOT NULL DEFAULT CAST(0 AS bit);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    ALTER TABLE [Practitioners] ADD [ChangedAt] datetime2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    ALTER TABLE [Practitioners] ADD [ChangedBy] bigint NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    ALTER TABLE [PersonMerges] ADD [ChangedAt] datetime2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    ALTER TABLE [PersonMerges] ADD [ChangedBy] bigint NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    ALTER TABLE [People] ADD [ChangedAt] datetime2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    ALTER TABLE [People] ADD [ChangedBy] bigint NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    ALTER TABLE [People] ADD [KeepInTouchWeeks] int NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    ALTER TABLE [Neighbourhoods] ADD [ChangedAt] datetime2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    ALTER TABLE [Neighbourhoods] ADD [ChangedBy] bigint NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    ALTER TABLE [Members] ADD [ChangedAt] datetime2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    ALTER TABLE [Members] ADD [ChangedBy] bigint NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    ALTER TABLE [Meetings] ADD [ChangedAt] datetime2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    ALTER TABLE [Meetings] ADD [ChangedBy] bigint NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    ALTER TABLE [Meetings] ADD [MinutesAt] datetime2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    ALTER TABLE [Meetings] ADD [MinutesBy] bigint NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    ALTER TABLE [MeetingAttendances] ADD [AnsweredAt] datetime2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    ALTER TABLE [MeetingAttendances] ADD [AnsweredBy] bigint NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    ALTER TABLE [MeetingActions] ADD [ChangedAt] datetime2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    ALTER TABLE [MeetingActions] ADD [ChangedBy] bigint NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    ALTER TABLE [Introductions] ADD [ChangedAt] datetime2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    ALTER TABLE [Introductions] ADD [ChangedBy] bigint NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    ALTER TABLE [ImportBatches] ADD [ChangedAt] datetime2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    ALTER TABLE [ImportBatches] ADD [ChangedBy] bigint NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    ALTER TABLE [DataProtectionRequests] ADD [ChangedAt] datetime2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    ALTER TABLE [DataProtectionRequests] ADD [ChangedBy] bigint NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    ALTER TABLE [Conversations] ADD [ChangedAt] datetime2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    ALTER TABLE [Conversations] ADD [ChangedBy] bigint NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    ALTER TABLE [Connections] ADD [ChangedAt] datetime2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    ALTER TABLE [Connections] ADD [ChangedBy] bigint NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    ALTER TABLE [AuditEntries] ADD [ProgrammeId] bigint NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    ALTER TABLE [Assets] ADD [AskFirstFrom] date NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    ALTER TABLE [Assets] ADD [ChangedAt] datetime2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    ALTER TABLE [Assets] ADD [ChangedBy] bigint NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    ALTER TABLE [Assets] ADD [DoubtWeight] int NOT NULL DEFAULT 0;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    ALTER TABLE [Assets] ADD [MapX] int NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    ALTER TABLE [Assets] ADD [MapY] int NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    ALTER TABLE [Assets] ADD [PublicCode] nvarchar(10) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    ALTER TABLE [Assets] ADD [Sources] nvarchar(max) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    ALTER TABLE [Assets] ADD [Traits] bigint NOT NULL DEFAULT CAST(0 AS bigint);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    ALTER TABLE [AgendaItem] ADD [ChangedAt] datetime2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    ALTER TABLE [AgendaItem] ADD [ChangedBy] bigint NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    ALTER TABLE [Agencies] ADD [ChangedAt] datetime2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    ALTER TABLE [Agencies] ADD [ChangedBy] bigint NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    ALTER TABLE [Activities] ADD [ChangedAt] datetime2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    ALTER TABLE [Activities] ADD [ChangedBy] bigint NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    CREATE TABLE [AssetDoubts] (
        [Id] bigint NOT NULL IDENTITY,
        [AssetId] bigint NOT NULL,
        [ProgrammeId] bigint NOT NULL,
        [Kind] nvarchar(32) NOT NULL,
        [At] datetime2 NOT NULL,
        [By] bigint NULL,
        [SignpostId] bigint NULL,
        [Words] nvarchar(1000) NULL,
        [SettledAt] datetime2 NULL,
        [SettledBy] bigint NULL,
        CONSTRAINT [PK_AssetDoubts] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_AssetDoubts_Assets_AssetId] FOREIGN KEY ([AssetId]) REFERENCES [Assets] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    CREATE TABLE [AssetMerges] (
        [Id] bigint NOT NULL IDENTITY,
        [ProgrammeId] bigint NOT NULL,
        [KeptId] bigint NOT NULL,
        [MergedId] bigint NOT NULL,
        [MergedBy] bigint NULL,
        [MergedAt] datetime2 NOT NULL,
        [Moved] nvarchar(max) NOT NULL,
        [UndoneAt] datetime2 NULL,
        CONSTRAINT [PK_AssetMerges] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_AssetMerges_Assets_KeptId] FOREIGN KEY ([KeptId]) REFERENCES [Assets] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_AssetMerges_Assets_MergedId] FOREIGN KEY ([MergedId]) REFERENCES [Assets] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    CREATE TABLE [AssetPairs] (
        [Id] bigint NOT NULL IDENTITY,
        [ProgrammeId] bigint NOT NULL,
        [FirstId] bigint NOT NULL,
        [SecondId] bigint NOT NULL,
        [Score] int NOT NULL,
        [Reasons] nvarchar(max) NOT NULL,
        [FoundAt] datetime2 NOT NULL,
        [NotTheSameAt] datetime2 NULL,
        [SaidBy] bigint NULL,
        CONSTRAINT [PK_AssetPairs] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_AssetPairs_Assets_FirstId] FOREIGN KEY ([FirstId]) REFERENCES [Assets] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_AssetPairs_Assets_SecondId] FOREIGN KEY ([SecondId]) REFERENCES [Assets] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    CREATE TABLE [AssetPhotos] (
        [Id] bigint NOT NULL IDENTITY,
        [AssetId] bigint NOT NULL,
        [MediaType] nvarchar(32) NOT NULL,
        [Width] int NOT NULL,
        [Height] int NOT NULL,
        [Content] varbinary(max) NOT NULL,
        [Hash] nvarchar(64) NOT NULL,
        [AddedOn] date NOT NULL,
        [AddedBy] bigint NULL,
        CONSTRAINT [PK_AssetPhotos] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_AssetPhotos_Assets_AssetId] FOREIGN KEY ([AssetId]) REFERENCES [Assets] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    CREATE TABLE [DayAnswers] (
        [Id] bigint NOT NULL IDENTITY,
        [Ticket] uniqueidentifier NOT NULL,
        [ProgrammeId] bigint NOT NULL,
        [WorkerId] bigint NOT NULL,
        [Kind] nvarchar(32) NOT NULL,
        [ConversationId] bigint NULL,
        [SignpostId] bigint NULL,
        [PersonId] bigint NULL,
        [OtherPersonId] bigint NULL,
        [On] date NOT NULL,
        [Choice] nvarchar(32) NOT NULL,
        [Until] date NULL,
        [Reason] nvarchar(32) NULL,
        [Words] nvarchar(500) NULL,
        [IsOneOfMany] bit NOT NULL,
        [Before] nvarchar(max) NULL,
        [After] nvarchar(max) NULL,
        CONSTRAINT [PK_DayAnswers] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_DayAnswers_Conversations_ConversationId] FOREIGN KEY ([ConversationId]) REFERENCES [Conversations] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_DayAnswers_Members_WorkerId] FOREIGN KEY ([WorkerId]) REFERENCES [Members] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_DayAnswers_People_OtherPersonId] FOREIGN KEY ([OtherPersonId]) REFERENCES [People] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_DayAnswers_People_PersonId] FOREIGN KEY ([PersonId]) REFERENCES [People] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_DayAnswers_Programmes_ProgrammeId] FOREIGN KEY ([ProgrammeId]) REFERENCES [Programmes] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_DayAnswers_Signposts_SignpostId] FOREIGN KEY ([SignpostId]) REFERENCES [Signposts] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    CREATE TABLE [Devices] (
        [Id] bigint NOT NULL IDENTITY,
        [PublicId] uniqueidentifier NOT NULL,
        [UserId] bigint NOT NULL,
        [Browser] uniqueidentifier NOT NULL,
        [Name] nvarchar(100) NOT NULL,
        [CreatedAt] datetime2 NOT NULL,
        [LastSeenAt] datetime2 NOT NULL,
        [RevokedAt] datetime2 NULL,
        [RevokedBy] bigint NULL,
        [Secret] varbinary(32) NULL,
        CONSTRAINT [PK_Devices] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Devices_Members_UserId] FOREIGN KEY ([UserId]) REFERENCES [Members] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    CREATE TABLE [KeeperLinks] (
        [Id] bigint NOT NULL IDENTITY,
        [AssetId] bigint NOT NULL,
        [ProgrammeId] bigint NOT NULL,
        [TokenHash] nvarchar(64) NOT NULL,
        [MadeBy] bigint NULL,
        [MadeAt] datetime2 NOT NULL,
        [ExpiresAt] datetime2 NOT NULL,
        [UsedAt] datetime2 NULL,
        CONSTRAINT [PK_KeeperLinks] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_KeeperLinks_Assets_AssetId] FOREIGN KEY ([AssetId]) REFERENCES [Assets] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    CREATE TABLE [KeeperProposals] (
        [Id] bigint NOT NULL IDENTITY,
        [AssetId] bigint NOT NULL,
        [ProgrammeId] bigint NOT NULL,
        [SentAt] datetime2 NOT NULL,
        [Proposed] nvarchar(max) NOT NULL,
        [SettledAt] datetime2 NULL,
        [SettledBy] bigint NULL,
        [Accepted] int NULL,
        [Version] bigint NOT NULL,
        [ChangedBy] bigint NULL,
        [ChangedAt] datetime2 NULL,
        CONSTRAINT [PK_KeeperProposals] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_KeeperProposals_Assets_AssetId] FOREIGN KEY ([AssetId]) REFERENCES [Assets] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    CREATE TABLE [SearchedRecords] (
        [Kind] tinyint NOT NULL,
        [RecordId] bigint NOT NULL,
        [WordIds] varbinary(max) NOT NULL,
        CONSTRAINT [PK_SearchedRecords] PRIMARY KEY ([Kind], [RecordId])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    CREATE TABLE [SearchIndexStates] (
        [Id] int NOT NULL,
        [Version] int NOT NULL,
        [Making] int NOT NULL,
        [Kind] tinyint NOT NULL,
        [Below] bigint NOT NULL,
        [Changes] bigint NOT NULL,
        CONSTRAINT [PK_SearchIndexStates] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    CREATE TABLE [SearchKeys] (
        [ProgrammeId] bigint NOT NULL,
        [Key] nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Word] nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        CONSTRAINT [PK_SearchKeys] PRIMARY KEY ([ProgrammeId], [Key], [Word])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    CREATE TABLE [SearchPostings] (
        [WordId] bigint NOT NULL,
        [RecordId] bigint NOT NULL,
        CONSTRAINT [PK_SearchPostings] PRIMARY KEY ([WordId], [RecordId])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    CREATE TABLE [SearchWords] (
        [Id] bigint NOT NULL IDENTITY,
        [ProgrammeId] bigint NOT NULL,
        [Kind] tinyint NOT NULL,
        [Area] bigint NOT NULL,
        [Word] nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [InName] bit NOT NULL,
        [Uses] int NOT NULL,
        CONSTRAINT [PK_SearchWords] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    CREATE TABLE [Submissions] (
        [Id] uniqueidentifier NOT NULL,
        [SentBy] bigint NOT NULL,
        [RecordId] bigint NOT NULL,
        [At] datetime2 NOT NULL,
        CONSTRAINT [PK_Submissions] PRIMARY KEY ([Id], [SentBy])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    CREATE TABLE [UpkeepItems] (
        [Id] bigint NOT NULL IDENTITY,
        [ProgrammeId] bigint NOT NULL,
        [AssetId] bigint NOT NULL,
        [NeighbourhoodId] bigint NULL,
        [Rank] int NOT NULL,
        [Score] int NOT NULL,
        [MadeOn] date NOT NULL,
        [SignpostsLately] int NOT NULL,
        CONSTRAINT [PK_UpkeepItems] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_UpkeepItems_Assets_AssetId] FOREIGN KEY ([AssetId]) REFERENCES [Assets] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    CREATE INDEX [IX_Signposts_ActivityId_GivenOn_State_AttendedOn_Reason] ON [Signposts] ([ActivityId], [GivenOn], [State], [AttendedOn], [Reason]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    CREATE INDEX [IX_Signposts_AssetId_GivenOn_State_AttendedOn_Reason] ON [Signposts] ([AssetId], [GivenOn], [State], [AttendedOn], [Reason]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    CREATE INDEX [IX_Signposts_PassedOnBy] ON [Signposts] ([PassedOnBy]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    CREATE INDEX [IX_Signposts_PassedOnFrom] ON [Signposts] ([PassedOnFrom]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    CREATE INDEX [IX_Signposts_WorkerId_FollowUpDue_Id_ProgrammeId_NeighbourhoodId_PersonId] ON [Signposts] ([WorkerId], [FollowUpDue], [Id], [ProgrammeId], [NeighbourhoodId], [PersonId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    CREATE INDEX [IX_Postcodes_Latitude_Longitude] ON [Postcodes] ([Latitude], [Longitude]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    CREATE INDEX [IX_People_ProgrammeId_KeepInTouchWeeks_NeighbourhoodId] ON [People] ([ProgrammeId], [KeepInTouchWeeks], [NeighbourhoodId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    CREATE INDEX [IX_People_ProgrammeId_NeighbourhoodId_IsConnector_Id] ON [People] ([ProgrammeId], [NeighbourhoodId], [IsConnector], [Id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    CREATE INDEX [IX_MonthlyMetrics_ProgrammeId_Scope_Month_Part] ON [MonthlyMetrics] ([ProgrammeId], [Scope], [Month], [Part]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    CREATE INDEX [IX_Gifts_ProgrammeId_HeardOn_Id_PersonId_Direction_Kind_TermId] ON [Gifts] ([ProgrammeId], [HeardOn], [Id], [PersonId], [Direction], [Kind], [TermId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    CREATE INDEX [IX_Gifts_ProgrammeId_TermId_Direction_HeardOn_Id_PersonId] ON [Gifts] ([ProgrammeId], [TermId], [Direction], [HeardOn], [Id], [PersonId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    CREATE INDEX [IX_Conversations_WorkerId_NextStepDoneOn_NextStepDue_Id_ProgrammeId_NeighbourhoodId] ON [Conversations] ([WorkerId], [NextStepDoneOn], [NextStepDue], [Id], [ProgrammeId], [NeighbourhoodId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    CREATE INDEX [IX_AuditEntries_ProgrammeId_At_Sequence] ON [AuditEntries] ([ProgrammeId], [At], [Sequence]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    CREATE INDEX [IX_AuditEntries_ProgrammeId_Record_At_Sequence] ON [AuditEntries] ([ProgrammeId], [Record], [At], [Sequence]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    CREATE INDEX [IX_Assets_ProgrammeId_AskFirstFrom_Id_MergedInto_RejectedOn_ClosedOn] ON [Assets] ([ProgrammeId], [AskFirstFrom], [Id], [MergedInto], [RejectedOn], [ClosedOn]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    CREATE INDEX [IX_Assets_ProgrammeId_ChangedAt_Id] ON [Assets] ([ProgrammeId], [ChangedAt], [Id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    CREATE INDEX [IX_Assets_ProgrammeId_Id_Kind_MergedInto_RejectedOn] ON [Assets] ([ProgrammeId], [Id], [Kind], [MergedInto], [RejectedOn]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    CREATE INDEX [IX_Assets_ProgrammeId_Latitude_Longitude] ON [Assets] ([ProgrammeId], [Latitude], [Longitude]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    CREATE INDEX [IX_Assets_ProgrammeId_MapY_MapX_MergedInto_RejectedOn_ClosedOn_Kind_CategoryId_NeighbourhoodId_Traits_Id] ON [Assets] ([ProgrammeId], [MapY], [MapX], [MergedInto], [RejectedOn], [ClosedOn], [Kind], [CategoryId], [NeighbourhoodId], [Traits], [Id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    CREATE INDEX [IX_Assets_ProgrammeId_Name_Id_MergedInto_RejectedOn_ClosedOn_Kind_CategoryId_NeighbourhoodId_Traits_MapY_MapX] ON [Assets] ([ProgrammeId], [Name], [Id], [MergedInto], [RejectedOn], [ClosedOn], [Kind], [CategoryId], [NeighbourhoodId], [Traits], [MapY], [MapX]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    CREATE INDEX [IX_Assets_ProgrammeId_NeighbourhoodId_CategoryId_Id] ON [Assets] ([ProgrammeId], [NeighbourhoodId], [CategoryId], [Id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_Assets_PublicCode] ON [Assets] ([PublicCode]) WHERE [PublicCode] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    CREATE INDEX [IX_AssetHours_Day_Opens_Closes_AssetId] ON [AssetHours] ([Day], [Opens], [Closes], [AssetId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    CREATE INDEX [IX_AssetDoubts_AssetId_SettledAt_At] ON [AssetDoubts] ([AssetId], [SettledAt], [At]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    CREATE INDEX [IX_AssetDoubts_ProgrammeId_SettledAt_Kind_At] ON [AssetDoubts] ([ProgrammeId], [SettledAt], [Kind], [At]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    CREATE INDEX [IX_AssetDoubts_SignpostId] ON [AssetDoubts] ([SignpostId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    CREATE INDEX [IX_AssetMerges_KeptId] ON [AssetMerges] ([KeptId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    CREATE INDEX [IX_AssetMerges_MergedId] ON [AssetMerges] ([MergedId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    CREATE INDEX [IX_AssetMerges_ProgrammeId_UndoneAt_MergedAt] ON [AssetMerges] ([ProgrammeId], [UndoneAt], [MergedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    CREATE UNIQUE INDEX [IX_AssetPairs_FirstId_SecondId] ON [AssetPairs] ([FirstId], [SecondId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    CREATE INDEX [IX_AssetPairs_ProgrammeId_NotTheSameAt_Score] ON [AssetPairs] ([ProgrammeId], [NotTheSameAt], [Score]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    CREATE INDEX [IX_AssetPairs_SecondId] ON [AssetPairs] ([SecondId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    CREATE INDEX [IX_AssetPhotos_AssetId_Id] ON [AssetPhotos] ([AssetId], [Id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    CREATE INDEX [IX_DayAnswers_ConversationId] ON [DayAnswers] ([ConversationId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    CREATE INDEX [IX_DayAnswers_OtherPersonId] ON [DayAnswers] ([OtherPersonId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    CREATE INDEX [IX_DayAnswers_PersonId_Kind_OtherPersonId] ON [DayAnswers] ([PersonId], [Kind], [OtherPersonId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    CREATE INDEX [IX_DayAnswers_ProgrammeId] ON [DayAnswers] ([ProgrammeId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    CREATE INDEX [IX_DayAnswers_SignpostId] ON [DayAnswers] ([SignpostId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    CREATE INDEX [IX_DayAnswers_Ticket] ON [DayAnswers] ([Ticket]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    CREATE INDEX [IX_DayAnswers_WorkerId_On_Id] ON [DayAnswers] ([WorkerId], [On], [Id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Devices_PublicId] ON [Devices] ([PublicId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    CREATE INDEX [IX_Devices_UserId_Browser] ON [Devices] ([UserId], [Browser]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    CREATE INDEX [IX_Devices_UserId_LastSeenAt] ON [Devices] ([UserId], [LastSeenAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    CREATE INDEX [IX_KeeperLinks_AssetId_UsedAt_ExpiresAt] ON [KeeperLinks] ([AssetId], [UsedAt], [ExpiresAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    CREATE UNIQUE INDEX [IX_KeeperLinks_TokenHash] ON [KeeperLinks] ([TokenHash]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    CREATE INDEX [IX_KeeperProposals_AssetId] ON [KeeperProposals] ([AssetId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    CREATE INDEX [IX_KeeperProposals_ProgrammeId_SettledAt_SentAt] ON [KeeperProposals] ([ProgrammeId], [SettledAt], [SentAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    CREATE UNIQUE INDEX [IX_SearchWords_ProgrammeId_Kind_Area_Word_InName] ON [SearchWords] ([ProgrammeId], [Kind], [Area], [Word], [InName]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    CREATE INDEX [IX_SearchWords_ProgrammeId_Kind_Word] ON [SearchWords] ([ProgrammeId], [Kind], [Word]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    CREATE INDEX [IX_UpkeepItems_AssetId] ON [UpkeepItems] ([AssetId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    CREATE INDEX [IX_UpkeepItems_ProgrammeId_NeighbourhoodId_Score] ON [UpkeepItems] ([ProgrammeId], [NeighbourhoodId], [Score]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122123106_TheWorkersDay'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261122123106_TheWorkersDay', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    ALTER TABLE [Decision] DROP CONSTRAINT [FK_Decision_Meetings_MeetingId];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    DROP INDEX [IX_Signposts_ConversationId] ON [Signposts];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    DROP INDEX [IX_Signposts_PassedOnBy] ON [Signposts];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    DROP INDEX [IX_Signposts_PassedOnFrom] ON [Signposts];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    DROP INDEX [IX_OutcomeReports_ProgrammeId_Month_Edition] ON [OutcomeReports];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    DROP INDEX [IX_MeetingActions_AgencyId_DoneOn_DueOn] ON [MeetingActions];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    DROP INDEX [IX_MeetingActions_OwnerId_DoneOn_DueOn] ON [MeetingActions];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    DROP INDEX [IX_MeetingActions_ProgrammeId_DoneOn_DueOn] ON [MeetingActions];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    ALTER TABLE [Decision] DROP CONSTRAINT [PK_Decision];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    EXEC sp_rename N'[Decision]', N'Decisions', 'OBJECT';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    EXEC sp_rename N'[Decisions].[IX_Decision_MeetingId]', N'IX_Decisions_MeetingId', 'INDEX';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    ALTER TABLE [Stories] ADD [ConversationId] bigint NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    ALTER TABLE [Stories] ADD [HidesPlace] bit NOT NULL DEFAULT CAST(0 AS bit);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    ALTER TABLE [Stories] ADD [MayGoOnWeb] bit NOT NULL DEFAULT CAST(0 AS bit);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    ALTER TABLE [Stories] ADD [MayNameTeller] bit NOT NULL DEFAULT CAST(0 AS bit);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    ALTER TABLE [Stories] ADD [MayShowPicture] bit NOT NULL DEFAULT CAST(0 AS bit);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    ALTER TABLE [Stories] ADD [OutcomeCodes] nvarchar(1000) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    ALTER TABLE [Stories] ADD [StaysOutOfReports] bit NOT NULL DEFAULT CAST(0 AS bit);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    ALTER TABLE [Programmes] ADD [DisclosureRule] nvarchar(32) NOT NULL DEFAULT N'HideOneToFour';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    ALTER TABLE [Programmes] ADD [PublishesAlone] bit NOT NULL DEFAULT CAST(0 AS bit);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    ALTER TABLE [OutcomeReports] ADD [ApprovedBy] bigint NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    ALTER TABLE [OutcomeReports] ADD [Cells] nvarchar(max) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    ALTER TABLE [OutcomeReports] ADD [CsvSha256] nvarchar(64) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    ALTER TABLE [OutcomeReports] ADD [Inputs] nvarchar(max) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    ALTER TABLE [OutcomeReports] ADD [Kind] nvarchar(32) NOT NULL DEFAULT N'Month';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    ALTER TABLE [Members] ADD [NoReportLetters] bit NOT NULL DEFAULT CAST(0 AS bit);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    ALTER TABLE [Meetings] ADD [CalendarKey] uniqueidentifier NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    ALTER TABLE [Meetings] ADD [CalendarVersion] int NOT NULL DEFAULT 0;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    ALTER TABLE [Meetings] ADD [SeriesId] bigint NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    ALTER TABLE [MeetingAttendances] ADD [Answer] nvarchar(32) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    ALTER TABLE [MeetingAttendances] ADD [ArrivedAt] datetime2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    ALTER TABLE [MeetingAttendances] ADD [LeftAt] datetime2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    ALTER TABLE [MeetingActions] ADD [AgendaItemId] bigint NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    ALTER TABLE [MeetingActions] ADD [AskedUntil] date NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    ALTER TABLE [MeetingActions] ADD [DecisionId] bigint NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    ALTER TABLE [MeetingActions] ADD [DroppedOn] date NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    ALTER TABLE [MeetingActions] ADD [FirstDueOn] date NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    ALTER TABLE [MeetingActions] ADD [Made] nvarchar(32) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    ALTER TABLE [MeetingActions] ADD [MadeId] bigint NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    ALTER TABLE [MeetingActions] ADD [RemindedAfter] date NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    ALTER TABLE [MeetingActions] ADD [RemindedBefore] date NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    ALTER TABLE [MeetingActions] ADD [StartedOn] date NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    ALTER TABLE [ImportProblems] ADD [StayedId] bigint NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    ALTER TABLE [ImportBatches] ADD [BeatAt] datetime2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    ALTER TABLE [ImportBatches] ADD [IsNoted] bit NOT NULL DEFAULT CAST(0 AS bit);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    ALTER TABLE [ImportBatches] ADD [KeptSince] int NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    ALTER TABLE [ImportBatches] ADD [RowsRead] int NOT NULL DEFAULT 0;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    ALTER TABLE [ImportBatches] ADD [TakenBack] int NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    ALTER TABLE [ImportBatches] ADD [UndoneAt] datetime2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    ALTER TABLE [ImportBatches] ADD [UndoneBy] bigint NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    ALTER TABLE [Gifts] ADD [ChangedAt] datetime2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    ALTER TABLE [Gifts] ADD [ChangedBy] bigint NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    ALTER TABLE [Gifts] ADD [Version] bigint NOT NULL DEFAULT CAST(0 AS bigint);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    ALTER TABLE [AgendaItem] ADD [Link] nvarchar(300) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    ALTER TABLE [AgendaItem] ADD [MinutesOf] bigint NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    ALTER TABLE [AgendaItem] ADD [Origin] nvarchar(64) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    ALTER TABLE [AgendaItem] ADD [Presenter] nvarchar(200) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    ALTER TABLE [AgendaItem] ADD [Reason] nvarchar(1000) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    ALTER TABLE [Decisions] ADD [ProgrammeId] bigint NOT NULL DEFAULT CAST(0 AS bigint);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    EXEC(N'UPDATE Decisions SET ProgrammeId = (SELECT m.ProgrammeId FROM Meetings m WHERE m.Id = Decisions.MeetingId)')
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    ALTER TABLE [Decisions] ADD CONSTRAINT [PK_Decisions] PRIMARY KEY ([Id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE TABLE [ActionNotes] (
        [Id] bigint NOT NULL IDENTITY,
        [ActionId] bigint NOT NULL,
        [Kind] nvarchar(32) NOT NULL,
        [Words] nvarchar(max) NULL,
        [Day] date NULL,
        [By] bigint NULL,
        [At] datetime2 NOT NULL,
        CONSTRAINT [PK_ActionNotes] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_ActionNotes_MeetingActions_ActionId] FOREIGN KEY ([ActionId]) REFERENCES [MeetingActions] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE TABLE [AgreedMinutes] (
        [Id] bigint NOT NULL IDENTITY,
        [ProgrammeId] bigint NOT NULL,
        [MeetingId] bigint NOT NULL,
        [AgreedAtId] bigint NOT NULL,
        [AgreedOn] date NOT NULL,
        [WrittenBy] bigint NULL,
        [WrittenAt] datetime2 NOT NULL,
        [Agencies] int NOT NULL,
        [Text] nvarchar(max) NOT NULL,
        [Sha256] nvarchar(64) NOT NULL,
        [Version] bigint NOT NULL,
        [ChangedBy] bigint NULL,
        [ChangedAt] datetime2 NULL,
        CONSTRAINT [PK_AgreedMinutes] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_AgreedMinutes_Meetings_AgreedAtId] FOREIGN KEY ([AgreedAtId]) REFERENCES [Meetings] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_AgreedMinutes_Meetings_MeetingId] FOREIGN KEY ([MeetingId]) REFERENCES [Meetings] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_AgreedMinutes_Programmes_ProgrammeId] FOREIGN KEY ([ProgrammeId]) REFERENCES [Programmes] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE TABLE [Askings] (
        [Id] bigint NOT NULL IDENTITY,
        [ProgrammeId] bigint NOT NULL,
        [PersonId] bigint NOT NULL,
        [NeighbourhoodId] bigint NULL,
        [Months] int NOT NULL,
        [DueOn] date NOT NULL,
        [ShownFrom] date NOT NULL,
        [Measures] nvarchar(500) NOT NULL,
        [AnsweredOn] date NULL,
        [How] nvarchar(32) NULL,
        [WrittenBy] bigint NULL,
        [Answers] nvarchar(max) NULL,
        [ClosedOn] date NULL,
        [End] nvarchar(32) NULL,
        [Version] bigint NOT NULL,
        [ChangedBy] bigint NULL,
        [ChangedAt] datetime2 NULL,
        CONSTRAINT [PK_Askings] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Askings_People_PersonId] FOREIGN KEY ([PersonId]) REFERENCES [People] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE TABLE [Discussions] (
        [Id] bigint NOT NULL IDENTITY,
        [ProgrammeId] bigint NOT NULL,
        [MeetingId] bigint NOT NULL,
        [PersonId] bigint NOT NULL,
        [Why] nvarchar(2000) NULL,
        [Shared] nvarchar(max) NULL,
        [NamedBy] bigint NULL,
        [NamedAt] datetime2 NOT NULL,
        [OpenedAt] datetime2 NULL,
        [ClosedAt] datetime2 NULL,
        [Version] bigint NOT NULL,
        [ChangedBy] bigint NULL,
        [ChangedAt] datetime2 NULL,
        CONSTRAINT [PK_Discussions] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Discussions_Meetings_MeetingId] FOREIGN KEY ([MeetingId]) REFERENCES [Meetings] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Discussions_Members_NamedBy] FOREIGN KEY ([NamedBy]) REFERENCES [Members] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Discussions_People_PersonId] FOREIGN KEY ([PersonId]) REFERENCES [People] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Discussions_Programmes_ProgrammeId] FOREIGN KEY ([ProgrammeId]) REFERENCES [Programmes] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE TABLE [DroppedSuggestion] (
        [MeetingId] bigint NOT NULL,
        [Key] nvarchar(64) NOT NULL,
        [By] bigint NULL,
        [At] datetime2 NOT NULL,
        CONSTRAINT [PK_DroppedSuggestion] PRIMARY KEY ([MeetingId], [Key]),
        CONSTRAINT [FK_DroppedSuggestion_Meetings_MeetingId] FOREIGN KEY ([MeetingId]) REFERENCES [Meetings] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE TABLE [FollowedDirectories] (
        [Id] bigint NOT NULL IDENTITY,
        [ProgrammeId] bigint NOT NULL,
        [Address] nvarchar(500) NOT NULL,
        [HowOften] nvarchar(32) NOT NULL,
        [FollowedBy] bigint NULL,
        [FollowedSince] datetime2 NOT NULL,
        [LastReadAt] datetime2 NULL,
        [LastBatchId] bigint NULL,
        [LastTrouble] nvarchar(max) NULL,
        [Version] bigint NOT NULL,
        [ChangedBy] bigint NULL,
        [ChangedAt] datetime2 NULL,
        CONSTRAINT [PK_FollowedDirectories] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_FollowedDirectories_Programmes_ProgrammeId] FOREIGN KEY ([ProgrammeId]) REFERENCES [Programmes] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE TABLE [ImportChanges] (
        [Id] bigint NOT NULL IDENTITY,
        [BatchId] bigint NOT NULL,
        [AssetId] bigint NOT NULL,
        [Row] int NOT NULL,
        [Before] nvarchar(max) NOT NULL,
        CONSTRAINT [PK_ImportChanges] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_ImportChanges_Assets_AssetId] FOREIGN KEY ([AssetId]) REFERENCES [Assets] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_ImportChanges_ImportBatches_BatchId] FOREIGN KEY ([BatchId]) REFERENCES [ImportBatches] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE TABLE [Invitations] (
        [Id] bigint NOT NULL IDENTITY,
        [ProgrammeId] bigint NOT NULL,
        [MeetingId] bigint NOT NULL,
        [Address] nvarchar(200) NOT NULL,
        [AddressKey] nvarchar(200) NOT NULL,
        [Name] nvarchar(200) NULL,
        [Key] uniqueidentifier NOT NULL,
        [Sequence] int NOT NULL,
        [Told] int NOT NULL,
        [SentAt] datetime2 NOT NULL,
        [CancelledAt] datetime2 NULL,
        [Answer] nvarchar(32) NULL,
        [AnsweredAt] datetime2 NULL,
        [Version] bigint NOT NULL,
        [ChangedBy] bigint NULL,
        [ChangedAt] datetime2 NULL,
        CONSTRAINT [PK_Invitations] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Invitations_Meetings_MeetingId] FOREIGN KEY ([MeetingId]) REFERENCES [Meetings] ([Id]) ON DELETE CASCADE,
        CONSTRAINT [FK_Invitations_Programmes_ProgrammeId] FOREIGN KEY ([ProgrammeId]) REFERENCES [Programmes] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE TABLE [ItemNotes] (
        [AgendaItemId] bigint NOT NULL,
        [Text] nvarchar(max) NOT NULL,
        [Letters] nvarchar(max) NOT NULL,
        [Clock] bigint NOT NULL,
        [Writers] nvarchar(max) NOT NULL,
        [Version] bigint NOT NULL,
        [ChangedBy] bigint NULL,
        [ChangedAt] datetime2 NULL,
        CONSTRAINT [PK_ItemNotes] PRIMARY KEY ([AgendaItemId]),
        CONSTRAINT [FK_ItemNotes_AgendaItem_AgendaItemId] FOREIGN KEY ([AgendaItemId]) REFERENCES [AgendaItem] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE TABLE [KeptProfiles] (
        [Id] bigint NOT NULL IDENTITY,
        [ProgrammeId] bigint NOT NULL,
        [Name] nvarchar(200) NOT NULL,
        [Profile] nvarchar(max) NOT NULL,
        [KeptBy] bigint NULL,
        [KeptAt] datetime2 NOT NULL,
        CONSTRAINT [PK_KeptProfiles] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_KeptProfiles_Programmes_ProgrammeId] FOREIGN KEY ([ProgrammeId]) REFERENCES [Programmes] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE TABLE [Letters] (
        [Id] bigint NOT NULL IDENTITY,
        [ProgrammeId] bigint NOT NULL,
        [Address] nvarchar(200) NOT NULL,
        [Name] nvarchar(200) NULL,
        [Subject] nvarchar(300) NOT NULL,
        [Text] nvarchar(max) NULL,
        [CalendarMethod] nvarchar(20) NULL,
        [Calendar] nvarchar(max) NULL,
        [About] nvarchar(100) NULL,
        [MessageKey] uniqueidentifier NOT NULL,
        [State] nvarchar(32) NOT NULL,
        [WrittenAt] datetime2 NOT NULL,
        [DueAt] datetime2 NOT NULL,
        [GivenUpFrom] datetime2 NOT NULL,
        [Tries] int NOT NULL,
        [TriedAt] datetime2 NULL,
        [SettledAt] datetime2 NULL,
        [Why] nvarchar(500) NULL,
        [Version] bigint NOT NULL,
        [ChangedBy] bigint NULL,
        [ChangedAt] datetime2 NULL,
        CONSTRAINT [PK_Letters] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Letters_Programmes_ProgrammeId] FOREIGN KEY ([ProgrammeId]) REFERENCES [Programmes] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE TABLE [MeasureUses] (
        [Id] bigint NOT NULL IDENTITY,
        [ProgrammeId] bigint NOT NULL,
        [Code] nvarchar(40) NOT NULL,
        [IsAsked] bit NOT NULL,
        CONSTRAINT [PK_MeasureUses] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_MeasureUses_Programmes_ProgrammeId] FOREIGN KEY ([ProgrammeId]) REFERENCES [Programmes] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE TABLE [MeetingPapers] (
        [Id] bigint NOT NULL IDENTITY,
        [MeetingId] bigint NOT NULL,
        [Name] nvarchar(200) NOT NULL,
        [MediaType] nvarchar(100) NOT NULL,
        [Size] int NOT NULL,
        [Hash] nvarchar(64) NOT NULL,
        [Content] varbinary(max) NOT NULL,
        [AddedBy] bigint NULL,
        [AddedAt] datetime2 NOT NULL,
        CONSTRAINT [PK_MeetingPapers] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_MeetingPapers_Meetings_MeetingId] FOREIGN KEY ([MeetingId]) REFERENCES [Meetings] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE TABLE [MeetingSeries] (
        [Id] bigint NOT NULL IDENTITY,
        [ProgrammeId] bigint NOT NULL,
        [NeighbourhoodId] bigint NULL,
        [Title] nvarchar(200) NOT NULL,
        [PlaceId] bigint NULL,
        [StartsAt] time NULL,
        [LastsMinutes] int NULL,
        [Rhythm] nvarchar(32) NOT NULL,
        [FirstOn] date NOT NULL,
        [EndedOn] date NULL,
        [Version] bigint NOT NULL,
        [ChangedBy] bigint NULL,
        [ChangedAt] datetime2 NULL,
        CONSTRAINT [PK_MeetingSeries] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_MeetingSeries_Assets_PlaceId] FOREIGN KEY ([PlaceId]) REFERENCES [Assets] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_MeetingSeries_Neighbourhoods_NeighbourhoodId] FOREIGN KEY ([NeighbourhoodId]) REFERENCES [Neighbourhoods] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_MeetingSeries_Programmes_ProgrammeId] FOREIGN KEY ([ProgrammeId]) REFERENCES [Programmes] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE TABLE [NoteEdits] (
        [Id] bigint NOT NULL IDENTITY,
        [AgendaItemId] bigint NOT NULL,
        [Writer] bigint NOT NULL,
        [Number] bigint NOT NULL,
        [AfterWriter] bigint NULL,
        [AfterNumber] bigint NULL,
        [Text] nvarchar(max) NULL,
        [Removed] nvarchar(max) NULL,
        [By] bigint NULL,
        [At] datetime2 NOT NULL,
        CONSTRAINT [PK_NoteEdits] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_NoteEdits_AgendaItem_AgendaItemId] FOREIGN KEY ([AgendaItemId]) REFERENCES [AgendaItem] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_NoteEdits_Members_By] FOREIGN KEY ([By]) REFERENCES [Members] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE TABLE [OwnMeasures] (
        [Id] bigint NOT NULL IDENTITY,
        [ProgrammeId] bigint NOT NULL,
        [Code] nvarchar(40) NOT NULL,
        [Wording] int NOT NULL,
        [Definition] nvarchar(max) NOT NULL,
        [WrittenAt] datetime2 NOT NULL,
        [WrittenBy] bigint NULL,
        CONSTRAINT [PK_OwnMeasures] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_OwnMeasures_Programmes_ProgrammeId] FOREIGN KEY ([ProgrammeId]) REFERENCES [Programmes] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE TABLE [PlacePrints] (
        [ReportId] bigint NOT NULL,
        [NeighbourhoodId] bigint NOT NULL,
        [Pdf] varbinary(max) NOT NULL,
        [PdfSha256] nvarchar(64) NOT NULL,
        CONSTRAINT [PK_PlacePrints] PRIMARY KEY ([ReportId], [NeighbourhoodId]),
        CONSTRAINT [FK_PlacePrints_Neighbourhoods_NeighbourhoodId] FOREIGN KEY ([NeighbourhoodId]) REFERENCES [Neighbourhoods] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_PlacePrints_OutcomeReports_ReportId] FOREIGN KEY ([ReportId]) REFERENCES [OutcomeReports] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE TABLE [PreparedReports] (
        [Id] bigint NOT NULL IDENTITY,
        [ProgrammeId] bigint NOT NULL,
        [Kind] nvarchar(32) NOT NULL,
        [Month] int NOT NULL,
        [Chosen] nvarchar(max) NOT NULL,
        [State] nvarchar(32) NOT NULL,
        [AskedBy] bigint NULL,
        [AskedOf] bigint NULL,
        [AskedAt] datetime2 NULL,
        [AskedSha256] nvarchar(64) NULL,
        [AnsweredBy] bigint NULL,
        [AnsweredAt] datetime2 NULL,
        [Remark] nvarchar(max) NULL,
        [Version] bigint NOT NULL,
        [ChangedBy] bigint NULL,
        [ChangedAt] datetime2 NULL,
        CONSTRAINT [PK_PreparedReports] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE TABLE [SaidAndDone] (
        [Id] bigint NOT NULL IDENTITY,
        [ProgrammeId] bigint NOT NULL,
        [ActionId] bigint NOT NULL,
        [NeighbourhoodId] bigint NULL,
        [YouSaid] nvarchar(300) NOT NULL,
        [WeDid] nvarchar(300) NULL,
        [PublishedOn] date NULL,
        [PublishedBy] bigint NULL,
        [Version] bigint NOT NULL,
        [ChangedBy] bigint NULL,
        [ChangedAt] datetime2 NULL,
        CONSTRAINT [PK_SaidAndDone] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_SaidAndDone_MeetingActions_ActionId] FOREIGN KEY ([ActionId]) REFERENCES [MeetingActions] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_SaidAndDone_Neighbourhoods_NeighbourhoodId] FOREIGN KEY ([NeighbourhoodId]) REFERENCES [Neighbourhoods] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_SaidAndDone_Programmes_ProgrammeId] FOREIGN KEY ([ProgrammeId]) REFERENCES [Programmes] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE TABLE [SaidPages] (
        [NeighbourhoodId] bigint NOT NULL,
        [ProgrammeId] bigint NOT NULL,
        [Code] nvarchar(8) NOT NULL,
        CONSTRAINT [PK_SaidPages] PRIMARY KEY ([NeighbourhoodId]),
        CONSTRAINT [FK_SaidPages_Neighbourhoods_NeighbourhoodId] FOREIGN KEY ([NeighbourhoodId]) REFERENCES [Neighbourhoods] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_SaidPages_Programmes_ProgrammeId] FOREIGN KEY ([ProgrammeId]) REFERENCES [Programmes] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE TABLE [Sittings] (
        [Id] bigint NOT NULL IDENTITY,
        [MeetingId] bigint NOT NULL,
        [BeganAt] datetime2 NULL,
        [EndedAt] datetime2 NULL,
        [Version] bigint NOT NULL,
        [ChangedBy] bigint NULL,
        [ChangedAt] datetime2 NULL,
        CONSTRAINT [PK_Sittings] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Sittings_Meetings_MeetingId] FOREIGN KEY ([MeetingId]) REFERENCES [Meetings] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE TABLE [StoryRounds] (
        [Id] bigint NOT NULL IDENTITY,
        [ProgrammeId] bigint NOT NULL,
        [Question] nvarchar(200) NOT NULL,
        [Panel] nvarchar(200) NULL,
        [OpenedOn] date NOT NULL,
        [ClosedOn] date NULL,
        [Learnt] nvarchar(max) NULL,
        [Version] bigint NOT NULL,
        [ChangedBy] bigint NULL,
        [ChangedAt] datetime2 NULL,
        CONSTRAINT [PK_StoryRounds] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_StoryRounds_Programmes_ProgrammeId] FOREIGN KEY ([ProgrammeId]) REFERENCES [Programmes] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE TABLE [StoryTrails] (
        [Id] bigint NOT NULL IDENTITY,
        [StoryId] bigint NOT NULL,
        [ProgrammeId] bigint NOT NULL,
        [Place] nvarchar(200) NOT NULL,
        [On] date NOT NULL,
        CONSTRAINT [PK_StoryTrails] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_StoryTrails_Stories_StoryId] FOREIGN KEY ([StoryId]) REFERENCES [Stories] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE TABLE [Theories] (
        [Id] bigint NOT NULL IDENTITY,
        [ProgrammeId] bigint NOT NULL,
        [Key] nvarchar(60) NOT NULL,
        [Edition] int NOT NULL,
        [Title] nvarchar(200) NOT NULL,
        [Content] nvarchar(max) NOT NULL,
        [AdoptedOn] date NULL,
        [AdoptedBy] bigint NULL,
        [Why] nvarchar(2000) NULL,
        [Version] bigint NOT NULL,
        [ChangedBy] bigint NULL,
        [ChangedAt] datetime2 NULL,
        CONSTRAINT [PK_Theories] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Theories_Programmes_ProgrammeId] FOREIGN KEY ([ProgrammeId]) REFERENCES [Programmes] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE TABLE [Uploads] (
        [Id] bigint NOT NULL IDENTITY,
        [ProgrammeId] bigint NOT NULL,
        [FileName] nvarchar(200) NOT NULL,
        [Key] uniqueidentifier NOT NULL,
        [UploadedBy] bigint NULL,
        [UploadedAt] datetime2 NOT NULL,
        [Profile] nvarchar(max) NOT NULL,
        [TriedAt] datetime2 NULL,
        [Trial] nvarchar(max) NULL,
        [BatchId] bigint NULL,
        [LeavesOutDoubtful] bit NOT NULL,
        [Version] bigint NOT NULL,
        [ChangedBy] bigint NULL,
        [ChangedAt] datetime2 NULL,
        CONSTRAINT [PK_Uploads] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Uploads_ImportBatches_BatchId] FOREIGN KEY ([BatchId]) REFERENCES [ImportBatches] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Uploads_Programmes_ProgrammeId] FOREIGN KEY ([ProgrammeId]) REFERENCES [Programmes] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE TABLE [ValueInputs] (
        [Id] bigint NOT NULL IDENTITY,
        [ProgrammeId] bigint NOT NULL,
        [Kind] nvarchar(32) NOT NULL,
        [Metric] nvarchar(32) NOT NULL,
        [Amount] decimal(18,2) NOT NULL,
        [From] int NOT NULL,
        [To] int NOT NULL,
        [Source] nvarchar(max) NOT NULL,
        [Version] bigint NOT NULL,
        [ChangedBy] bigint NULL,
        [ChangedAt] datetime2 NULL,
        CONSTRAINT [PK_ValueInputs] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE TABLE [MinutesCorrection] (
        [Id] bigint NOT NULL IDENTITY,
        [AgreedMinutesId] bigint NOT NULL,
        [About] nvarchar(200) NOT NULL,
        [Words] nvarchar(max) NOT NULL,
        [By] bigint NULL,
        [At] datetime2 NOT NULL,
        CONSTRAINT [PK_MinutesCorrection] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_MinutesCorrection_AgreedMinutes_AgreedMinutesId] FOREIGN KEY ([AgreedMinutesId]) REFERENCES [AgreedMinutes] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE TABLE [AskingLinks] (
        [Id] bigint NOT NULL IDENTITY,
        [AskingId] bigint NOT NULL,
        [ProgrammeId] bigint NOT NULL,
        [TokenHash] nvarchar(64) NOT NULL,
        [MadeBy] bigint NULL,
        [ExpiresAt] datetime2 NOT NULL,
        [UsedAt] datetime2 NULL,
        CONSTRAINT [PK_AskingLinks] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_AskingLinks_Askings_AskingId] FOREIGN KEY ([AskingId]) REFERENCES [Askings] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE TABLE [DiscussionHearer] (
        [Id] bigint NOT NULL IDENTITY,
        [DiscussionId] bigint NOT NULL,
        [PractitionerId] bigint NOT NULL,
        [AgencyId] bigint NOT NULL,
        [ConsentId] bigint NOT NULL,
        [Since] datetime2 NOT NULL,
        CONSTRAINT [PK_DiscussionHearer] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_DiscussionHearer_Agencies_AgencyId] FOREIGN KEY ([AgencyId]) REFERENCES [Agencies] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_DiscussionHearer_Consents_ConsentId] FOREIGN KEY ([ConsentId]) REFERENCES [Consents] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_DiscussionHearer_Discussions_DiscussionId] FOREIGN KEY ([DiscussionId]) REFERENCES [Discussions] ([Id]) ON DELETE CASCADE,
        CONSTRAINT [FK_DiscussionHearer_Practitioners_PractitionerId] FOREIGN KEY ([PractitionerId]) REFERENCES [Practitioners] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE TABLE [InvitationLinks] (
        [Id] bigint NOT NULL IDENTITY,
        [InvitationId] bigint NOT NULL,
        [TokenHash] nvarchar(64) NOT NULL,
        [MadeAt] datetime2 NOT NULL,
        CONSTRAINT [PK_InvitationLinks] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_InvitationLinks_Invitations_InvitationId] FOREIGN KEY ([InvitationId]) REFERENCES [Invitations] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE TABLE [LetterAttachment] (
        [Id] bigint NOT NULL IDENTITY,
        [LetterId] bigint NOT NULL,
        [FileName] nvarchar(200) NOT NULL,
        [MediaType] nvarchar(100) NOT NULL,
        [Content] varbinary(max) NOT NULL,
        CONSTRAINT [PK_LetterAttachment] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_LetterAttachment_Letters_LetterId] FOREIGN KEY ([LetterId]) REFERENCES [Letters] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE TABLE [SaidSources] (
        [Id] bigint NOT NULL IDENTITY,
        [SaidAndDoneId] bigint NOT NULL,
        [ConversationId] bigint NULL,
        [SignpostId] bigint NULL,
        [Gap] nvarchar(32) NULL,
        [ToldOn] date NULL,
        [ToldBy] bigint NULL,
        CONSTRAINT [PK_SaidSources] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_SaidSources_Conversations_ConversationId] FOREIGN KEY ([ConversationId]) REFERENCES [Conversations] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_SaidSources_SaidAndDone_SaidAndDoneId] FOREIGN KEY ([SaidAndDoneId]) REFERENCES [SaidAndDone] ([Id]) ON DELETE CASCADE,
        CONSTRAINT [FK_SaidSources_Signposts_SignpostId] FOREIGN KEY ([SignpostId]) REFERENCES [Signposts] ([Id]) ON DELETE SET NULL
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE TABLE [Guest] (
        [Id] bigint NOT NULL IDENTITY,
        [SittingId] bigint NOT NULL,
        [Name] nvarchar(200) NOT NULL,
        [From] nvarchar(200) NULL,
        [ArrivedAt] datetime2 NOT NULL,
        [LeftAt] datetime2 NULL,
        CONSTRAINT [PK_Guest] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Guest_Sittings_SittingId] FOREIGN KEY ([SittingId]) REFERENCES [Sittings] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE TABLE [SittingSpell] (
        [Id] bigint NOT NULL IDENTITY,
        [SittingId] bigint NOT NULL,
        [AgendaItemId] bigint NOT NULL,
        [BeganAt] datetime2 NOT NULL,
        [EndedAt] datetime2 NULL,
        CONSTRAINT [PK_SittingSpell] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_SittingSpell_AgendaItem_AgendaItemId] FOREIGN KEY ([AgendaItemId]) REFERENCES [AgendaItem] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_SittingSpell_Sittings_SittingId] FOREIGN KEY ([SittingId]) REFERENCES [Sittings] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE TABLE [StoriesInRounds] (
        [RoundId] bigint NOT NULL,
        [StoryId] bigint NOT NULL,
        [IsChosen] bit NOT NULL,
        [Why] nvarchar(max) NULL,
        CONSTRAINT [PK_StoriesInRounds] PRIMARY KEY ([RoundId], [StoryId]),
        CONSTRAINT [FK_StoriesInRounds_Stories_StoryId] FOREIGN KEY ([StoryId]) REFERENCES [Stories] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_StoriesInRounds_StoryRounds_RoundId] FOREIGN KEY ([RoundId]) REFERENCES [StoryRounds] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    EXEC(N'CREATE INDEX [IX_Signposts_ConversationId] ON [Signposts] ([ConversationId]) WHERE [ConversationId] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    EXEC(N'CREATE INDEX [IX_Signposts_PassedOnBy] ON [Signposts] ([PassedOnBy]) WHERE [PassedOnBy] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    EXEC(N'CREATE INDEX [IX_Signposts_PassedOnFrom] ON [Signposts] ([PassedOnFrom]) WHERE [PassedOnFrom] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE INDEX [IX_OutcomeReports_CsvSha256] ON [OutcomeReports] ([CsvSha256]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE INDEX [IX_OutcomeReports_FiguresSha256] ON [OutcomeReports] ([FiguresSha256]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE INDEX [IX_OutcomeReports_PdfSha256] ON [OutcomeReports] ([PdfSha256]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE UNIQUE INDEX [IX_OutcomeReports_ProgrammeId_Month_Kind_Edition] ON [OutcomeReports] ([ProgrammeId], [Month], [Kind], [Edition]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE INDEX [IX_Meetings_SeriesId_HeldOn] ON [Meetings] ([SeriesId], [HeldOn]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE INDEX [IX_MeetingActions_AgencyId_DoneOn_DroppedOn_DueOn] ON [MeetingActions] ([AgencyId], [DoneOn], [DroppedOn], [DueOn]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE INDEX [IX_MeetingActions_DecisionId] ON [MeetingActions] ([DecisionId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE INDEX [IX_MeetingActions_Made_MadeId] ON [MeetingActions] ([Made], [MadeId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE INDEX [IX_MeetingActions_OwnerId_DoneOn_DroppedOn_DueOn] ON [MeetingActions] ([OwnerId], [DoneOn], [DroppedOn], [DueOn]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE INDEX [IX_MeetingActions_ProgrammeId_DoneOn_DroppedOn_DueOn] ON [MeetingActions] ([ProgrammeId], [DoneOn], [DroppedOn], [DueOn]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE INDEX [IX_MeetingActions_ProgrammeId_DueOn] ON [MeetingActions] ([ProgrammeId], [DueOn]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE INDEX [IX_Introductions_ProgrammeId_Outcome_On_NeighbourhoodId_ToAssetId] ON [Introductions] ([ProgrammeId], [Outcome], [On], [NeighbourhoodId], [ToAssetId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE INDEX [IX_ImportBatches_Outcome_BeatAt] ON [ImportBatches] ([Outcome], [BeatAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE INDEX [IX_ActivityStatusChanges_Status_From_ActivityId] ON [ActivityStatusChanges] ([Status], [From], [ActivityId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE INDEX [IX_ActivitySessions_HeldOn_ActivityId_HeadCount] ON [ActivitySessions] ([HeldOn], [ActivityId], [HeadCount]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE INDEX [IX_Decisions_ProgrammeId_Id] ON [Decisions] ([ProgrammeId], [Id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE INDEX [IX_ActionNotes_ActionId] ON [ActionNotes] ([ActionId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE INDEX [IX_AgreedMinutes_AgreedAtId] ON [AgreedMinutes] ([AgreedAtId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE UNIQUE INDEX [IX_AgreedMinutes_MeetingId] ON [AgreedMinutes] ([MeetingId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE INDEX [IX_AgreedMinutes_ProgrammeId] ON [AgreedMinutes] ([ProgrammeId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE INDEX [IX_AskingLinks_AskingId] ON [AskingLinks] ([AskingId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE UNIQUE INDEX [IX_AskingLinks_TokenHash] ON [AskingLinks] ([TokenHash]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE INDEX [IX_Askings_PersonId_Months] ON [Askings] ([PersonId], [Months]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE INDEX [IX_Askings_ProgrammeId_AnsweredOn_ClosedOn_ShownFrom] ON [Askings] ([ProgrammeId], [AnsweredOn], [ClosedOn], [ShownFrom]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE INDEX [IX_Askings_ProgrammeId_DueOn_NeighbourhoodId] ON [Askings] ([ProgrammeId], [DueOn], [NeighbourhoodId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE INDEX [IX_DiscussionHearer_AgencyId] ON [DiscussionHearer] ([AgencyId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE INDEX [IX_DiscussionHearer_ConsentId] ON [DiscussionHearer] ([ConsentId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE INDEX [IX_DiscussionHearer_DiscussionId] ON [DiscussionHearer] ([DiscussionId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE INDEX [IX_DiscussionHearer_PractitionerId] ON [DiscussionHearer] ([PractitionerId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE INDEX [IX_Discussions_MeetingId_PersonId] ON [Discussions] ([MeetingId], [PersonId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE INDEX [IX_Discussions_NamedBy] ON [Discussions] ([NamedBy]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE INDEX [IX_Discussions_PersonId_OpenedAt] ON [Discussions] ([PersonId], [OpenedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE INDEX [IX_Discussions_ProgrammeId] ON [Discussions] ([ProgrammeId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE UNIQUE INDEX [IX_FollowedDirectories_ProgrammeId_Address] ON [FollowedDirectories] ([ProgrammeId], [Address]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE INDEX [IX_Guest_SittingId] ON [Guest] ([SittingId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE INDEX [IX_ImportChanges_AssetId] ON [ImportChanges] ([AssetId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE INDEX [IX_ImportChanges_BatchId_Id] ON [ImportChanges] ([BatchId], [Id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE INDEX [IX_InvitationLinks_InvitationId] ON [InvitationLinks] ([InvitationId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE UNIQUE INDEX [IX_InvitationLinks_TokenHash] ON [InvitationLinks] ([TokenHash]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Invitations_MeetingId_AddressKey] ON [Invitations] ([MeetingId], [AddressKey]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE INDEX [IX_Invitations_ProgrammeId] ON [Invitations] ([ProgrammeId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE UNIQUE INDEX [IX_KeptProfiles_ProgrammeId_Name] ON [KeptProfiles] ([ProgrammeId], [Name]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE INDEX [IX_LetterAttachment_LetterId] ON [LetterAttachment] ([LetterId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE INDEX [IX_Letters_ProgrammeId_About_Id] ON [Letters] ([ProgrammeId], [About], [Id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE INDEX [IX_Letters_ProgrammeId_State_DueAt_Id] ON [Letters] ([ProgrammeId], [State], [DueAt], [Id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE INDEX [IX_Letters_ProgrammeId_State_WrittenAt_Id] ON [Letters] ([ProgrammeId], [State], [WrittenAt], [Id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE INDEX [IX_Letters_ProgrammeId_WrittenAt_Id] ON [Letters] ([ProgrammeId], [WrittenAt], [Id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE INDEX [IX_Letters_State_DueAt_ProgrammeId] ON [Letters] ([State], [DueAt], [ProgrammeId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE UNIQUE INDEX [IX_MeasureUses_ProgrammeId_Code] ON [MeasureUses] ([ProgrammeId], [Code]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE INDEX [IX_MeetingPapers_MeetingId_Id] ON [MeetingPapers] ([MeetingId], [Id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE INDEX [IX_MeetingSeries_NeighbourhoodId] ON [MeetingSeries] ([NeighbourhoodId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE INDEX [IX_MeetingSeries_PlaceId] ON [MeetingSeries] ([PlaceId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE INDEX [IX_MeetingSeries_ProgrammeId_EndedOn] ON [MeetingSeries] ([ProgrammeId], [EndedOn]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE INDEX [IX_MinutesCorrection_AgreedMinutesId] ON [MinutesCorrection] ([AgreedMinutesId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE UNIQUE INDEX [IX_NoteEdits_AgendaItemId_Writer_Number] ON [NoteEdits] ([AgendaItemId], [Writer], [Number]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE INDEX [IX_NoteEdits_By] ON [NoteEdits] ([By]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE UNIQUE INDEX [IX_OwnMeasures_ProgrammeId_Code_Wording] ON [OwnMeasures] ([ProgrammeId], [Code], [Wording]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE INDEX [IX_PlacePrints_NeighbourhoodId] ON [PlacePrints] ([NeighbourhoodId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE INDEX [IX_PlacePrints_PdfSha256] ON [PlacePrints] ([PdfSha256]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE UNIQUE INDEX [IX_PreparedReports_ProgrammeId_Month_Kind] ON [PreparedReports] ([ProgrammeId], [Month], [Kind]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE INDEX [IX_PreparedReports_ProgrammeId_State] ON [PreparedReports] ([ProgrammeId], [State]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE UNIQUE INDEX [IX_SaidAndDone_ActionId] ON [SaidAndDone] ([ActionId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE INDEX [IX_SaidAndDone_NeighbourhoodId] ON [SaidAndDone] ([NeighbourhoodId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE INDEX [IX_SaidAndDone_ProgrammeId_NeighbourhoodId_PublishedOn] ON [SaidAndDone] ([ProgrammeId], [NeighbourhoodId], [PublishedOn]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE INDEX [IX_SaidAndDone_ProgrammeId_PublishedOn] ON [SaidAndDone] ([ProgrammeId], [PublishedOn]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE UNIQUE INDEX [IX_SaidPages_Code] ON [SaidPages] ([Code]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE INDEX [IX_SaidPages_ProgrammeId] ON [SaidPages] ([ProgrammeId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE INDEX [IX_SaidSources_ConversationId] ON [SaidSources] ([ConversationId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE INDEX [IX_SaidSources_SaidAndDoneId] ON [SaidSources] ([SaidAndDoneId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE INDEX [IX_SaidSources_SignpostId] ON [SaidSources] ([SignpostId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Sittings_MeetingId] ON [Sittings] ([MeetingId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE INDEX [IX_SittingSpell_AgendaItemId] ON [SittingSpell] ([AgendaItemId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE INDEX [IX_SittingSpell_SittingId] ON [SittingSpell] ([SittingId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE INDEX [IX_StoriesInRounds_StoryId] ON [StoriesInRounds] ([StoryId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE INDEX [IX_StoryRounds_ProgrammeId_OpenedOn] ON [StoryRounds] ([ProgrammeId], [OpenedOn]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE UNIQUE INDEX [IX_StoryTrails_StoryId_Place] ON [StoryTrails] ([StoryId], [Place]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Theories_ProgrammeId_Key_Edition] ON [Theories] ([ProgrammeId], [Key], [Edition]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE INDEX [IX_Uploads_BatchId] ON [Uploads] ([BatchId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE INDEX [IX_Uploads_ProgrammeId_UploadedBy_UploadedAt] ON [Uploads] ([ProgrammeId], [UploadedBy], [UploadedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    CREATE INDEX [IX_ValueInputs_ProgrammeId_From] ON [ValueInputs] ([ProgrammeId], [From]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    ALTER TABLE [Decisions] ADD CONSTRAINT [FK_Decisions_Meetings_MeetingId] FOREIGN KEY ([MeetingId]) REFERENCES [Meetings] ([Id]) ON DELETE CASCADE;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    ALTER TABLE [MeetingActions] ADD CONSTRAINT [FK_MeetingActions_Decisions_DecisionId] FOREIGN KEY ([DecisionId]) REFERENCES [Decisions] ([Id]) ON DELETE NO ACTION;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    ALTER TABLE [Meetings] ADD CONSTRAINT [FK_Meetings_MeetingSeries_SeriesId] FOREIGN KEY ([SeriesId]) REFERENCES [MeetingSeries] ([Id]) ON DELETE NO ACTION;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122161905_MeetingsAndOutcomes'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261122161905_MeetingsAndOutcomes', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122192547_BusesSeriesAndPictures'
)
BEGIN
    DROP INDEX [IX_Assets_ProgrammeId_NeighbourhoodId_CategoryId_Id] ON [Assets];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122192547_BusesSeriesAndPictures'
)
BEGIN
    ALTER TABLE [Stories] ADD [Picture] nvarchar(64) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122192547_BusesSeriesAndPictures'
)
BEGIN
    ALTER TABLE [Stories] ADD [PictureShows] nvarchar(200) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122192547_BusesSeriesAndPictures'
)
BEGIN
    ALTER TABLE [Programmes] ADD [FollowUps] nvarchar(40) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122192547_BusesSeriesAndPictures'
)
BEGIN
    ALTER TABLE [Decisions] ADD [AgendaItemId] bigint NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122192547_BusesSeriesAndPictures'
)
BEGIN
    CREATE TABLE [BusStops] (
        [Id] bigint NOT NULL IDENTITY,
        [TimetableId] bigint NOT NULL,
        [Name] nvarchar(200) NOT NULL,
        [MapX] int NOT NULL,
        [MapY] int NOT NULL,
        CONSTRAINT [PK_BusStops] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_BusStops_ImportBatches_TimetableId] FOREIGN KEY ([TimetableId]) REFERENCES [ImportBatches] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122192547_BusesSeriesAndPictures'
)
BEGIN
    CREATE TABLE [StoryPictures] (
        [StoryId] bigint NOT NULL,
        [ProgrammeId] bigint NOT NULL,
        [MediaType] nvarchar(32) NOT NULL,
        [Width] int NOT NULL,
        [Height] int NOT NULL,
        [Content] varbinary(max) NOT NULL,
        [Hash] nvarchar(64) NOT NULL,
        CONSTRAINT [PK_StoryPictures] PRIMARY KEY ([StoryId]),
        CONSTRAINT [FK_StoryPictures_Stories_StoryId] FOREIGN KEY ([StoryId]) REFERENCES [Stories] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122192547_BusesSeriesAndPictures'
)
BEGIN
    CREATE TABLE [BusRides] (
        [FromId] bigint NOT NULL,
        [ToId] bigint NOT NULL,
        [Minutes] int NOT NULL,
        CONSTRAINT [PK_BusRides] PRIMARY KEY ([FromId], [ToId]),
        CONSTRAINT [FK_BusRides_BusStops_FromId] FOREIGN KEY ([FromId]) REFERENCES [BusStops] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122192547_BusesSeriesAndPictures'
)
BEGIN
    CREATE INDEX [IX_Assets_ProgrammeId_NeighbourhoodId_CategoryId_Id_Kind_MergedInto_RejectedOn_ClosedOn] ON [Assets] ([ProgrammeId], [NeighbourhoodId], [CategoryId], [Id], [Kind], [MergedInto], [RejectedOn], [ClosedOn]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122192547_BusesSeriesAndPictures'
)
BEGIN
    CREATE INDEX [IX_BusStops_TimetableId_MapY_MapX] ON [BusStops] ([TimetableId], [MapY], [MapX]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122192547_BusesSeriesAndPictures'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261122192547_BusesSeriesAndPictures', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122215304_SeriesDays'
)
BEGIN
    ALTER TABLE [Meetings] ADD [SeriesDay] date NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122215304_SeriesDays'
)
BEGIN
    EXEC(N'UPDATE Meetings SET SeriesDay = HeldOn WHERE SeriesId IS NOT NULL')
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122215304_SeriesDays'
)
BEGIN
    CREATE INDEX [IX_Meetings_SeriesId_SeriesDay] ON [Meetings] ([SeriesId], [SeriesDay]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122215304_SeriesDays'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261122215304_SeriesDays', N'10.0.14');
END;

COMMIT;
GO

