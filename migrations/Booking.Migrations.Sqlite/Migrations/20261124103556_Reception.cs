using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Booking.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Reception : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "RedFlagWordings",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            // The version used to be the key. It comes first: SQLite makes the tables that follow anew.
            migrationBuilder.Sql("UPDATE RedFlagWordings SET Version = Id");

            migrationBuilder.DropForeignKey(
                name: "FK_Appointments_RedFlagWordings_RedFlagWordingId",
                table: "Appointments");

            migrationBuilder.DropPrimaryKey(
                name: "PK_DiaryClaims",
                table: "DiaryClaims");

            migrationBuilder.DropIndex(
                name: "IX_Appointments_RedFlagWordingId",
                table: "Appointments");

            migrationBuilder.RenameColumn(
                name: "RedFlagWordingId",
                table: "Holds",
                newName: "RedFlagVersion");

            migrationBuilder.RenameColumn(
                name: "RedFlagWordingId",
                table: "Appointments",
                newName: "RedFlagVersion");

            migrationBuilder.AddColumn<DateTime>(
                name: "EmptiedAt",
                table: "Patients",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "MergedIntoId",
                table: "Patients",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Notes",
                table: "Patients",
                type: "TEXT",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "Patients",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "MinutesLate",
                table: "Messages",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "PractitionerId",
                table: "Messages",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "HeldBy",
                table: "Holds",
                type: "BLOB",
                fixedLength: true,
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Lane",
                table: "DiaryClaims",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<TimeOnly>(
                name: "DaySheetAt",
                table: "BookingRules",
                type: "TEXT",
                nullable: false,
                defaultValue: new TimeOnly(6, 30, 0));

            migrationBuilder.AddColumn<string>(
                name: "DaySheetTo",
                table: "BookingRules",
                type: "TEXT",
                maxLength: 254,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "UndoSeconds",
                table: "BookingRules",
                type: "INTEGER",
                nullable: false,
                defaultValue: 60);

            migrationBuilder.AddColumn<DateTime>(
                name: "MadeAt",
                table: "Blocks",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "MadeBy",
                table: "Blocks",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "RemovedAt",
                table: "Blocks",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "RemovedBy",
                table: "Blocks",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "Series",
                table: "Blocks",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<bool>(
                name: "MayOverrule",
                table: "AspNetUsers",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "PractitionerId",
                table: "AspNetUsers",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Lane",
                table: "Appointments",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Note",
                table: "Appointments",
                type: "TEXT",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Overruled",
                table: "Appointments",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Before",
                table: "AppointmentEvents",
                type: "TEXT",
                maxLength: 4000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "From",
                table: "AppointmentEvents",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "Series",
                table: "AppointmentEvents",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "To",
                table: "AppointmentEvents",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddPrimaryKey(
                name: "PK_DiaryClaims",
                table: "DiaryClaims",
                columns: new[] { "Resource", "Tick", "Lane" });

            migrationBuilder.CreateTable(
                name: "DaySheetEmails",
                columns: table => new
                {
                    Date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    TakenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    TryAgainAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DaySheetEmails", x => x.Date);
                });

            migrationBuilder.CreateTable(
                name: "DiaryDates",
                columns: table => new
                {
                    Date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Revision = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DiaryDates", x => x.Date);
                });

            migrationBuilder.CreateTable(
                name: "PatientEvents",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PatientId = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Who = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    What = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    From = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    To = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PatientEvents", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PatientEvents_Patients_PatientId",
                        column: x => x.PatientId,
                        principalTable: "Patients",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PatientMerges",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AwayId = table.Column<int>(type: "INTEGER", nullable: false),
                    KeptId = table.Column<int>(type: "INTEGER", nullable: false),
                    Moved = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Who = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    UndoneAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    After_DateOfBirth = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    After_Email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    After_Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    After_Notes = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    After_Telephone = table.Column<string>(type: "TEXT", unicode: false, maxLength: 16, nullable: false),
                    Before_DateOfBirth = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Before_Email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    Before_Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Before_Notes = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Before_Telephone = table.Column<string>(type: "TEXT", unicode: false, maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PatientMerges", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PatientMerges_Patients_AwayId",
                        column: x => x.AwayId,
                        principalTable: "Patients",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PatientMerges_Patients_KeptId",
                        column: x => x.KeptId,
                        principalTable: "Patients",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PatientWords",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PatientId = table.Column<int>(type: "INTEGER", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    Word = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PatientWords", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PatientWords_Patients_PatientId",
                        column: x => x.PatientId,
                        principalTable: "Patients",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SettingChanges",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Who = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    What = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    From = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    To = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SettingChanges", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_RedFlagWordings_Version",
                table: "RedFlagWordings",
                column: "Version",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Patients_DateOfBirth",
                table: "Patients",
                column: "DateOfBirth");

            migrationBuilder.CreateIndex(
                name: "IX_Holds_HeldBy",
                table: "Holds",
                column: "HeldBy",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Blocks_Series",
                table: "Blocks",
                column: "Series");

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUsers_PractitionerId",
                table: "AspNetUsers",
                column: "PractitionerId");

            migrationBuilder.CreateIndex(
                name: "IX_AppointmentEvents_Series",
                table: "AppointmentEvents",
                column: "Series");

            migrationBuilder.CreateIndex(
                name: "IX_PatientEvents_PatientId",
                table: "PatientEvents",
                column: "PatientId");

            migrationBuilder.CreateIndex(
                name: "IX_PatientMerges_AwayId",
                table: "PatientMerges",
                column: "AwayId");

            migrationBuilder.CreateIndex(
                name: "IX_PatientMerges_KeptId",
                table: "PatientMerges",
                column: "KeptId");

            migrationBuilder.CreateIndex(
                name: "IX_PatientWords_Key_Word_PatientId",
                table: "PatientWords",
                columns: new[] { "Key", "Word", "PatientId" });

            migrationBuilder.CreateIndex(
                name: "IX_PatientWords_PatientId_Word",
                table: "PatientWords",
                columns: new[] { "PatientId", "Word" });

            migrationBuilder.AddForeignKey(
                name: "FK_AspNetUsers_Practitioners_PractitionerId",
                table: "AspNetUsers",
                column: "PractitionerId",
                principalTable: "Practitioners",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_AspNetUsers_Practitioners_PractitionerId",
                table: "AspNetUsers");

            migrationBuilder.DropTable(
                name: "DaySheetEmails");

            migrationBuilder.DropTable(
                name: "DiaryDates");

            migrationBuilder.DropTable(
                name: "PatientEvents");

            migrationBuilder.DropTable(
                name: "PatientMerges");

            migrationBuilder.DropTable(
                name: "PatientWords");

            migrationBuilder.DropTable(
                name: "SettingChanges");

            migrationBuilder.DropIndex(
                name: "IX_RedFlagWordings_Version",
                table: "RedFlagWordings");

            migrationBuilder.DropIndex(
                name: "IX_Patients_DateOfBirth",
                table: "Patients");

            migrationBuilder.DropIndex(
                name: "IX_Holds_HeldBy",
                table: "Holds");

            migrationBuilder.DropPrimaryKey(
                name: "PK_DiaryClaims",
                table: "DiaryClaims");

            migrationBuilder.DropIndex(
                name: "IX_Blocks_Series",
                table: "Blocks");

            migrationBuilder.DropIndex(
                name: "IX_AspNetUsers_PractitionerId",
                table: "AspNetUsers");

            migrationBuilder.DropIndex(
                name: "IX_AppointmentEvents_Series",
                table: "AppointmentEvents");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "RedFlagWordings");

            migrationBuilder.DropColumn(
                name: "EmptiedAt",
                table: "Patients");

            migrationBuilder.DropColumn(
                name: "MergedIntoId",
                table: "Patients");

            migrationBuilder.DropColumn(
                name: "Notes",
                table: "Patients");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "Patients");

            migrationBuilder.DropColumn(
                name: "MinutesLate",
                table: "Messages");

            migrationBuilder.DropColumn(
                name: "PractitionerId",
                table: "Messages");

            migrationBuilder.DropColumn(
                name: "HeldBy",
                table: "Holds");

            migrationBuilder.DropColumn(
                name: "Lane",
                table: "DiaryClaims");

            migrationBuilder.DropColumn(
                name: "DaySheetAt",
                table: "BookingRules");

            migrationBuilder.DropColumn(
                name: "DaySheetTo",
                table: "BookingRules");

            migrationBuilder.DropColumn(
                name: "UndoSeconds",
                table: "BookingRules");

            migrationBuilder.DropColumn(
                name: "MadeAt",
                table: "Blocks");

            migrationBuilder.DropColumn(
                name: "MadeBy",
                table: "Blocks");

            migrationBuilder.DropColumn(
                name: "RemovedAt",
                table: "Blocks");

            migrationBuilder.DropColumn(
                name: "RemovedBy",
                table: "Blocks");

            migrationBuilder.DropColumn(
                name: "Series",
                table: "Blocks");

            migrationBuilder.DropColumn(
                name: "MayOverrule",
                table: "AspNetUsers");

            migrationBuilder.DropColumn(
                name: "PractitionerId",
                table: "AspNetUsers");

            migrationBuilder.DropColumn(
                name: "Lane",
                table: "Appointments");

            migrationBuilder.DropColumn(
                name: "Note",
                table: "Appointments");

            migrationBuilder.DropColumn(
                name: "Overruled",
                table: "Appointments");

            migrationBuilder.DropColumn(
                name: "Before",
                table: "AppointmentEvents");

            migrationBuilder.DropColumn(
                name: "From",
                table: "AppointmentEvents");

            migrationBuilder.DropColumn(
                name: "Series",
                table: "AppointmentEvents");

            migrationBuilder.DropColumn(
                name: "To",
                table: "AppointmentEvents");

            migrationBuilder.RenameColumn(
                name: "RedFlagVersion",
                table: "Holds",
                newName: "RedFlagWordingId");

            migrationBuilder.RenameColumn(
                name: "RedFlagVersion",
                table: "Appointments",
                newName: "RedFlagWordingId");

            migrationBuilder.AddPrimaryKey(
                name: "PK_DiaryClaims",
                table: "DiaryClaims",
                columns: new[] { "Resource", "Tick" });

            migrationBuilder.CreateIndex(
                name: "IX_Appointments_RedFlagWordingId",
                table: "Appointments",
                column: "RedFlagWordingId");

            migrationBuilder.AddForeignKey(
                name: "FK_Appointments_RedFlagWordings_RedFlagWordingId",
                table: "Appointments",
                column: "RedFlagWordingId",
                principalTable: "RedFlagWordings",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }
    }
}
